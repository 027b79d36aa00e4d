package bangban.knowledge.fetch;

import java.net.IDN;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Hosts in their one canonical form. What browsers and C libraries would still read as an address is refused and not guessed at. */
final class HostName {

    private static final Pattern LABELS =
            Pattern.compile("[a-z0-9_](?:[a-z0-9_-]{0,62})(?:\\.[a-z0-9_][a-z0-9_-]{0,62})*");
    /** The last label of what the URL standard takes for an IPv4 address: decimal, octal or hexadecimal. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");

    private static final int LONGEST = 253;

    private HostName() {}

    /** Lower case, without a final dot, Chinese and full-width characters as ASCII; empty where it is no name. */
    static Optional<String> ascii(String written) {
        try {
            String ascii = IDN.toASCII(written, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            String name = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
            return name.length() <= LONGEST && LABELS.matcher(name).matches() ? Optional.of(name) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The canonical form of a URL's host; empty where it has none. */
    static Optional<String> canonical(String written) {
        if (written.startsWith("[")) {
            return version6(written.substring(1, written.length() - 1));
        }
        return ascii(written).filter(name -> !endsInNumber(name) || isDottedQuad(name));
    }

    private static Optional<String> version6(String written) {
        try {
            InetAddress address = InetAddress.ofLiteral(written);
            return written.indexOf(':') < 0 ? Optional.empty() : Optional.of(address.getHostAddress());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean endsInNumber(String name) {
        return NUMBER.matcher(name.substring(name.lastIndexOf('.') + 1)).matches();
    }

    private static boolean isDottedQuad(String name) {
        try {
            Cidr.literal(name);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
