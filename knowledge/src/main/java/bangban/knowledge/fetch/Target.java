package bangban.knowledge.fetch;

import bangban.knowledge.fetch.FetchException.Reason;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address taken apart once, so that what is checked and what is connected to cannot differ.
 *
 * @param uri in ASCII, with the canonical host and without a fragment
 * @param host an IPv6 address without brackets
 */
record Target(URI uri, String host, int port) {

    private static final Pattern AUTHORITY = Pattern.compile("(\\[[0-9a-fA-F:.]+\\]|[^:\\[\\]@/]+)(?::(\\d{0,5}))?");
    private static final Pattern UNWRITABLE = Pattern.compile("[\\s\"<>\\\\^`{|}\\p{Cntrl}]|%(?![0-9a-fA-F]{2})");

    static Target of(String written) throws FetchException {
        return of(parsed(written));
    }

    /** Where a redirect leads. */
    Target redirectedTo(String location) throws FetchException {
        Target next = of(uri.resolve(parsed(location)));
        if (isTls() && !next.isTls()) {
            throw new FetchException(Reason.DOWNGRADE, uri + " redirects to " + next.uri);
        }
        return next;
    }

    private static URI parsed(String written) throws FetchException {
        String escaped = UNWRITABLE
                .matcher(written.strip())
                .replaceAll(match -> Matcher.quoteReplacement(escaped(match.group())));
        try {
            return new URI(escaped);
        } catch (URISyntaxException e) {
            throw new FetchException(Reason.ADDRESS, e);
        }
    }

    private static String escaped(String character) {
        StringBuilder escaped = new StringBuilder();
        for (byte part : character.getBytes(StandardCharsets.UTF_8)) {
            escaped.append(String.format("%%%02X", part));
        }
        return escaped.toString();
    }

    private static Target of(URI uri) throws FetchException {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new FetchException(Reason.SCHEME, scheme);
        }
        String authority = uri.getRawAuthority();
        if (authority != null && authority.indexOf('@') >= 0) {
            throw new FetchException(Reason.CREDENTIALS, "user information in an address");
        }
        Matcher matcher = AUTHORITY.matcher(authority == null ? "" : authority);
        if (!matcher.matches()) {
            throw new FetchException(Reason.ADDRESS, "authority " + authority);
        }
        String host = HostName.canonical(matcher.group(1))
                .orElseThrow(() -> new FetchException(Reason.ADDRESS, "host " + matcher.group(1)));
        int usual = scheme.equals("https") ? 443 : 80;
        int port = port(matcher.group(2), usual);
        String shown = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        URI clean = URI.create(scheme + "://" + shown + (port == usual ? "" : ":" + port) + path + query);
        return new Target(URI.create(clean.toASCIIString()), host, port);
    }

    private static int port(@Nullable String written, int usual) throws FetchException {
        int port = written == null || written.isEmpty() ? usual : Integer.parseInt(written);
        if (port < 1 || port > 65_535) {
            throw new FetchException(Reason.ADDRESS, "port " + port);
        }
        return port;
    }

    boolean isTls() {
        return "https".equals(uri.getScheme());
    }
}
