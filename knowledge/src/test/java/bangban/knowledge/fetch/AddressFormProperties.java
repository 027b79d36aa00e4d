package bangban.knowledge.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bangban.knowledge.fetch.FetchException.Reason;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** However an address of the own network is written, it is refused; however a public one is written, it is nothing else. */
class AddressFormProperties {

    private static final HostResolver LITERALS_ONLY = host -> List.of(InetAddress.ofLiteral(host));

    private final GuardedResolver resolver = new GuardedResolver(LITERALS_ONLY, AllowedTargets.NONE);

    private void check(String url) throws FetchException {
        Target target = Target.of(url);
        resolver.checked(target.host(), target.port());
    }

    @Provide
    Arbitrary<byte[]> forbidden() {
        Arbitrary<Integer> any = Arbitraries.integers().between(0, 255);
        return Arbitraries.of(
                        List.of(10),
                        List.of(127),
                        List.of(0),
                        List.of(169, 254),
                        List.of(192, 168),
                        List.of(172, 20),
                        List.of(100, 100),
                        List.of(224),
                        List.of(255))
                .flatMap(start -> any.list().ofSize(4).map(rest -> {
                    byte[] bytes = new byte[4];
                    for (int i = 0; i < 4; i++) {
                        bytes[i] = (i < start.size() ? start.get(i) : rest.get(i)).byteValue();
                    }
                    return bytes;
                }));
    }

    private static long number(byte[] bytes) {
        long number = 0;
        for (byte part : bytes) {
            number = number << 8 | part & 0xFF;
        }
        return number;
    }

    private static String joined(byte[] bytes, String format) {
        return String.format(
                format + "." + format + "." + format + "." + format,
                bytes[0] & 0xFF,
                bytes[1] & 0xFF,
                bytes[2] & 0xFF,
                bytes[3] & 0xFF);
    }

    private static List<String> forms(byte[] bytes) {
        String dotted = joined(bytes, "%d");
        int high = (int) (number(bytes) >> 16);
        int low = (int) (number(bytes) & 0xFFFF);
        String hex = String.format("%x:%x", high, low);
        return List.of(
                dotted,
                dotted + ".",
                joined(bytes, "0%o"),
                joined(bytes, "0x%x"),
                joined(bytes, "%03d"),
                Long.toString(number(bytes)),
                "0x" + Long.toHexString(number(bytes)),
                "0" + Long.toOctalString(number(bytes)),
                (bytes[0] & 0xFF) + "." + (number(bytes) & 0xFFFFFF),
                dotted.replace('.', '。'),
                fullWidth(dotted),
                dotted.replace(".", "%2E"),
                "[::ffff:" + dotted + "]",
                "[::ffff:" + hex + "]",
                "[::" + dotted + "]",
                "[64:ff9b::" + hex + "]",
                "[2002:" + hex + "::1]",
                "[0:0:0:0:0:FFFF:" + hex.toUpperCase(java.util.Locale.ROOT) + "]");
    }

    private static String fullWidth(String dotted) {
        StringBuilder wide = new StringBuilder();
        dotted.chars().forEach(c -> wide.append(c == '.' ? '．' : (char) (c - '0' + '０')));
        return wide.toString();
    }

    @Property(tries = 300)
    void noFormOfAForbiddenAddressPasses(@ForAll("forbidden") byte[] bytes) {
        for (String form : forms(bytes)) {
            FetchException refused = catchThrowableOfType(FetchException.class, () -> check("http://" + form + "/"));
            assertThat(refused).as(form).isNotNull();
            assertThat(refused.reason()).as(form).isIn(Reason.INTERNAL_ADDRESS, Reason.ADDRESS);
        }
    }

    @Property(tries = 300)
    void nothingBeforeTheHostHidesIt(@ForAll("forbidden") byte[] bytes) {
        String dotted = joined(bytes, "%d");
        for (String url : List.of(
                "http://example.com@" + dotted + "/",
                "http://example.com:80@" + dotted + "/",
                "http://" + dotted + "\\@example.com/",
                "http://" + dotted + "#@example.com/",
                "http://" + dotted + "?@example.com/",
                "ftp://" + dotted + "/",
                "file:///etc/passwd",
                "//" + dotted + "/",
                "http:" + dotted)) {
            assertThatExceptionOfType(FetchException.class).as(url).isThrownBy(() -> check(url));
        }
    }

    @Property(tries = 300)
    void whatPassesIsPublicAndTheSameAddress(@ForAll byte a, @ForAll byte b, @ForAll byte c, @ForAll byte d)
            throws UnknownHostException {
        InetAddress address = InetAddress.getByAddress(new byte[] {a, b, c, d});
        String url = "http://" + address.getHostAddress() + "/";
        if (Reach.of(address) == Reach.PUBLIC) {
            assertThat(catchThrowableOfType(FetchException.class, () -> check(url)))
                    .isNull();
        } else {
            assertThatExceptionOfType(FetchException.class).isThrownBy(() -> check(url));
        }
    }
}
