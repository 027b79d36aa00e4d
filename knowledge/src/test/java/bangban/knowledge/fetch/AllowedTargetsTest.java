package bangban.knowledge.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bangban.knowledge.fetch.FetchException.Reason;
import java.net.InetAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AllowedTargetsTest {

    private static @Nullable FetchException refusal(String allowed, String host, int port, String address) {
        return catchThrowableOfType(
                FetchException.class,
                () -> AllowedTargets.parse(allowed).check(host, port, InetAddress.ofLiteral(address)));
    }

    private static void passes(String allowed, String host, int port, String address) {
        assertThat(refusal(allowed, host, port, address)).isNull();
    }

    private static void refuses(Reason reason, String allowed, String host, int port, String address) {
        assertThat(refusal(allowed, host, port, address))
                .extracting(FetchException::reason)
                .isEqualTo(reason);
    }

    @Test
    void aPublicHostNeedsNoEntryForTheUsualPorts() {
        passes("", "example.com", 443, "8.8.8.8");
        passes("", "example.com", 80, "8.8.8.8");
        refuses(Reason.PORT, "", "example.com", 8080, "8.8.8.8");
        passes("example.com:8080", "example.com", 8080, "8.8.8.8");
        refuses(Reason.PORT, "example.com:8080", "example.com", 8081, "8.8.8.8");
    }

    @Test
    void aNameAllowsPrivateAddressesOfThatNameOnly() {
        passes("wiki.intern.example", "wiki.intern.example", 80, "10.1.2.3");
        refuses(Reason.INTERNAL_ADDRESS, "wiki.intern.example", "other.intern.example", 80, "10.1.2.3");
        refuses(Reason.SPECIAL_ADDRESS, "wiki.intern.example", "wiki.intern.example", 80, "169.254.169.254");
        refuses(Reason.SPECIAL_ADDRESS, "wiki.intern.example", "wiki.intern.example", 80, "127.0.0.1");
    }

    @Test
    void aStarAllowsWhatIsBelowADomainAndNotTheDomain() {
        passes("*.intern.example", "a.b.intern.example", 443, "10.1.2.3");
        refuses(Reason.INTERNAL_ADDRESS, "*.intern.example", "intern.example", 443, "10.1.2.3");
        refuses(Reason.INTERNAL_ADDRESS, "*.intern.example", "evilintern.example", 443, "10.1.2.3");
    }

    @Test
    void aRangeAllowsItsAddressesUnderWhateverNameAndForm() {
        passes("10.1.0.0/16", "wiki", 80, "10.1.255.255");
        passes("10.1.0.0/16", "wiki", 80, "::ffff:10.1.2.3");
        refuses(Reason.INTERNAL_ADDRESS, "10.1.0.0/16", "wiki", 80, "10.2.0.0");
        passes("fd00:1::/32, [fd00:2::1]:8443", "wiki", 80, "fd00:1::5");
        passes("fd00:1::/32, [fd00:2::1]:8443", "wiki", 8443, "fd00:2::1");
        passes("127.0.0.1:*", "localhost", 9000, "127.0.0.1");
    }

    @Test
    void theRefusalNamesTheSettingThatAllowsIt() {
        FetchException refused = Objects.requireNonNull(refusal("", "10.1.2.3", 8080, "10.1.2.3"));
        assertThat(refused.arguments()).containsExactly("10.1.2.3", "BANGBAN_FETCH_ALLOW=10.1.2.3:8080");
        passes("10.1.2.3:8080", "10.1.2.3", 8080, "10.1.2.3");
    }

    @Test
    void anEntryThatCannotBeReadIsNamed() {
        for (String wrong :
                new String[] {"10.1.0.0/33", "10.1", "010.0.0.1", "wiki:99999", "wiki:0", "http://wiki", "a b/c", "*"
                }) {
            assertThatIllegalArgumentException()
                    .as(wrong)
                    .isThrownBy(() -> AllowedTargets.parse("ok.example," + wrong.replace(" ", "")));
        }
    }
}
