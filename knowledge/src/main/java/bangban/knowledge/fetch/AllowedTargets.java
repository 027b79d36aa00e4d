package bangban.knowledge.fetch;

import bangban.knowledge.fetch.FetchException.Reason;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an operator allows beyond public addresses and the ports 80 and 443. An entry is a host ({@code wiki.intern.example}), all hosts
 * below a domain ({@code *.intern.example}), an address or a range ({@code 10.1.0.0/16}, {@code fd00:1::/32}), each with a further port
 * where one is needed ({@code wiki.intern.example:8080}, {@code [fd00::1]:8080}; {@code :*} for every port).
 *
 * <p>A name allows private addresses only: what its name server answers is not the operator's word on this machine or on its link
 * (169.254.169.254), which only an address or a range allows.
 */
public final class AllowedTargets {

    /** The variable that an operator sets, as the refusals name it. */
    public static final String SETTING = "BANGBAN_FETCH_ALLOW";

    public static final AllowedTargets NONE = new AllowedTargets(List.of());

    private static final Pattern ENTRY =
            Pattern.compile("(\\[[^\\]]*\\](?:/\\d+)?|[^:]*|[0-9a-fA-F:.]*(?:/\\d+)?)(?::(\\d{1,5}|\\*))?");
    private static final Pattern NAME = Pattern.compile("(?:\\*\\.)?[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?");
    private static final List<Integer> USUAL_PORTS = List.of(80, 443);
    private static final int EVERY_PORT = 0;

    private final List<Entry> entries;

    private AllowedTargets(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * One of {@code name} and {@code range} is null.
     *
     * @param port beyond the usual ones; null for none, 0 for every
     */
    private record Entry(
            @Nullable String name,
            @Nullable Cidr range,
            @Nullable Integer port) {

        boolean names(String host) {
            if (name == null) {
                return false;
            }
            return name.startsWith("*.") ? host.endsWith(name.substring(1)) : host.equals(name);
        }

        boolean holds(InetAddress address) {
            return range != null && range.contains(address);
        }

        boolean opens(int wanted) {
            return port != null && (port == EVERY_PORT || port == wanted);
        }
    }

    /**
     * Reads entries separated by commas or blanks.
     *
     * @throws IllegalArgumentException naming the entry that cannot be read
     */
    public static AllowedTargets parse(String text) {
        return new AllowedTargets(Arrays.stream(text.split("[,，\\s]+"))
                .filter(entry -> !entry.isBlank())
                .map(AllowedTargets::entry)
                .toList());
    }

    private static Entry entry(String written) {
        Matcher matcher = ENTRY.matcher(written);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(written);
        }
        Integer port = port(written, matcher.group(2));
        String target = matcher.group(1).replace("[", "").replace("]", "").toLowerCase(Locale.ROOT);
        boolean address = target.indexOf(':') >= 0 || target.matches("[0-9./]+");
        if (address) {
            try {
                return new Entry(null, Cidr.parse(target), port);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(written, e);
            }
        }
        String name = HostName.ascii(target).orElse(target);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(written);
        }
        return new Entry(name, null, port);
    }

    private static @Nullable Integer port(String written, @Nullable String text) {
        if (text == null) {
            return null;
        }
        int port = text.equals("*") ? EVERY_PORT : Integer.parseInt(text);
        if (port > 65_535 || (port == EVERY_PORT && !text.equals("*"))) {
            throw new IllegalArgumentException(written);
        }
        return port;
    }

    /**
     * Lets a connection pass or says why not.
     *
     * @param host in its canonical form
     * @param written one of the addresses that the host has
     */
    void check(String host, int port, InetAddress written) throws FetchException {
        InetAddress address = Reach.unwrapped(written);
        List<Entry> ofHost = entries.stream()
                .filter(entry -> entry.names(host) || entry.holds(address))
                .toList();
        Reach reach = Reach.of(address);
        boolean literal = host.indexOf(':') >= 0 || host.equals(written.getHostAddress());
        boolean reachable = switch (reach) {
            case PUBLIC -> true;
            case PRIVATE -> !ofHost.isEmpty();
            case SPECIAL -> ofHost.stream().anyMatch(entry -> entry.holds(address));
        };
        if (!reachable) {
            Reason reason = reach == Reach.SPECIAL && !literal ? Reason.SPECIAL_ADDRESS : Reason.INTERNAL_ADDRESS;
            throw new FetchException(
                    reason, host + " is at " + written.getHostAddress(), host, SETTING + "=" + setting(host, port));
        }
        if (!USUAL_PORTS.contains(port) && ofHost.stream().noneMatch(entry -> entry.opens(port))) {
            throw new FetchException(
                    Reason.PORT, host + ":" + port, Integer.toString(port), SETTING + "=" + setting(host, port));
        }
    }

    private static String setting(String host, int port) {
        String written = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return USUAL_PORTS.contains(port) ? written : written + ":" + port;
    }
}
