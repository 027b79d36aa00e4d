package bangban.knowledge.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class ReachTest {

    private static void is(Reach reach, String... addresses) {
        for (String address : addresses) {
            assertThat(Reach.of(InetAddress.ofLiteral(address))).as(address).isEqualTo(reach);
        }
    }

    @Test
    void thisMachineItsLinkAndWhatIsNoHostAreSpecial() {
        is(Reach.SPECIAL, "0.0.0.0", "0.1.2.3", "127.0.0.1", "127.255.255.254", "169.254.169.254", "224.0.0.1");
        is(Reach.SPECIAL, "239.255.255.250", "240.0.0.1", "255.255.255.255", "192.0.0.8", "192.0.2.1", "198.19.255.1");
        is(Reach.SPECIAL, "198.51.100.7", "203.0.113.7", "192.88.99.1");
        is(Reach.SPECIAL, "::", "::1", "fe80::1", "febf::1", "fec0::1", "ff02::1", "2001:db8::1", "2001::1", "100::1");
        is(Reach.SPECIAL, "64:ff9b:1::1", "3fff::1", "5f00::1", "4000::1");
    }

    @Test
    void theOrganisationsOwnAddressesArePrivate() {
        is(Reach.PRIVATE, "10.0.0.0", "10.255.255.255", "172.16.0.1", "172.31.255.255", "192.168.0.1", "100.64.0.1");
        is(Reach.PRIVATE, "100.127.255.255", "fc00::1", "fd12:3456::1");
    }

    @Test
    void whatLiesNextToTheRangesIsPublic() {
        is(Reach.PUBLIC, "1.0.0.0", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255");
        is(Reach.PUBLIC, "128.0.0.1", "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "192.167.0.1");
        is(Reach.PUBLIC, "192.169.0.0", "198.17.0.1", "198.20.0.1", "223.255.255.255", "8.8.8.8");
        is(Reach.PUBLIC, "2400:3200::1", "2606:4700::1", "2003::1");
    }

    @Test
    void anAddressWithinAnAddressCountsAsThatOne() {
        is(
                Reach.SPECIAL,
                "::ffff:127.0.0.1",
                "::127.0.0.1",
                "64:ff9b::127.0.0.1",
                "64:ff9b::a9fe:a9fe",
                "2002:7f00:1::");
        is(Reach.PRIVATE, "::ffff:10.1.2.3", "::10.1.2.3", "64:ff9b::10.1.2.3", "2002:a01:203::1");
        is(Reach.PUBLIC, "::ffff:8.8.8.8", "64:ff9b::8.8.8.8");
    }
}
