package bangban.web.security;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Header values carry ASCII only, so a Chinese account name comes percent-encoded. */
final class Percent {

    private Percent() {}

    static String decode(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }
}
