package bangban.knowledge.crawl;

import crawlercommons.filters.basic.BasicURLNormalizer;
import crawlercommons.filters.basic.BasicURLNormalizer.IdnNormalization;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Addresses of pages in one form, so that a page has one: without fragment, tracking parameters, usual port; parameters in order. */
public final class WebAddress {

    private static final BasicURLNormalizer NORMALIZER = BasicURLNormalizer.newBuilder()
            .queryParamsToRemove(List.of(
                    "utm_source",
                    "utm_medium",
                    "utm_campaign",
                    "utm_term",
                    "utm_content",
                    "utm_id",
                    "gclid",
                    "fbclid",
                    "msclkid",
                    "yclid",
                    "spm",
                    "scm",
                    "from_source",
                    "share_token",
                    "jsessionid",
                    "phpsessid"))
            .idnNormalization(IdnNormalization.PUNYCODE)
            .build();

    private WebAddress() {}

    /** Empty where it is no address on the web. */
    public static Optional<String> canonical(String written) {
        try {
            String clean = NORMALIZER.filter(written.strip().replaceFirst("(?i);jsessionid=[^?#]*", ""));
            if (clean == null) {
                return Optional.empty();
            }
            URI uri = URI.create(clean);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean web = (scheme.equals("http") || scheme.equals("https")) && uri.getRawAuthority() != null;
            return web ? Optional.of(clean) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Scheme, host and port: what a robots.txt is for. */
    static String origin(String canonical) {
        URI uri = URI.create(canonical);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    static String authority(String canonical) {
        return URI.create(canonical).getRawAuthority();
    }

    /** The path's ending in lower case, without the dot; empty where there is none. */
    static String ending(String canonical) {
        String path = URI.create(canonical).getRawPath();
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
