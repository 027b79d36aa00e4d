package bangban.knowledge.fetch;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** From where an address can be reached, by the IANA special-purpose registries (RFC 6890, RFC 8190). */
enum Reach {
    /** From everywhere. */
    PUBLIC,
    /** Within an organisation: RFC 1918, RFC 6598, RFC 4193. */
    PRIVATE,
    /** This machine, its link, many at once, or nobody. */
    SPECIAL;

    private static final List<Cidr> PRIVATE_RANGES =
            ranges("10.0.0.0/8", "100.64.0.0/10", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7");
    private static final List<Cidr> SPECIAL_RANGES = ranges(
            "0.0.0.0/8",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "2001::/23",
            "2001:db8::/32",
            "2620:4f:8000::/48",
            "3fff::/20");
    private static final Cidr GLOBAL_UNICAST = Cidr.parse("2000::/3");
    private static final Cidr COMPATIBLE = Cidr.parse("::/96");
    private static final Cidr TRANSLATED = Cidr.parse("64:ff9b::/96");
    private static final Cidr SIX_TO_FOUR = Cidr.parse("2002::/16");
    private static final Cidr UNSPECIFIED_AND_LOOPBACK = Cidr.parse("::/127");
    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xFF, (byte) 0xFF};

    private static List<Cidr> ranges(String... texts) {
        return Stream.of(texts).map(Cidr::parse).toList();
    }

    static Reach of(InetAddress written) {
        InetAddress address = unwrapped(written);
        if (PRIVATE_RANGES.stream().anyMatch(range -> range.contains(address))) {
            return PRIVATE;
        }
        boolean special = SPECIAL_RANGES.stream().anyMatch(range -> range.contains(address))
                || (address instanceof Inet6Address && !GLOBAL_UNICAST.contains(address));
        return special ? SPECIAL : PUBLIC;
    }

    /** The IPv4 address that is written into an IPv6 one and that traffic to it ends at: mapped, compatible, NAT64, 6to4. */
    static InetAddress unwrapped(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address;
        }
        byte[] bytes = address.getAddress();
        boolean lastFour = Arrays.equals(bytes, 0, MAPPED.length, MAPPED, 0, MAPPED.length)
                || TRANSLATED.contains(address)
                || (COMPATIBLE.contains(address) && !UNSPECIFIED_AND_LOOPBACK.contains(address));
        if (lastFour) {
            return version4(bytes, 12);
        }
        return SIX_TO_FOUR.contains(address) ? version4(bytes, 2) : address;
    }

    private static InetAddress version4(byte[] bytes, int from) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
