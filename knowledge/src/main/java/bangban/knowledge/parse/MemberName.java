package bangban.knowledge.parse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of files inside archives: in the right characters, and as paths that lead nowhere else. */
final class MemberName {

    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cf}\\uFFFD:*?\"<>|]");
    private static final Set<String> LITTER = Set.of("__macosx", "thumbs.db", "desktop.ini");

    private MemberName() {}

    /** Bytes that no flag says the encoding of: UTF-8 where they are that, else as Chinese Windows writes them. */
    static String decoded(byte[] raw) {
        return TextEncoding.decode(raw).orElseGet(() -> new String(raw, StandardCharsets.ISO_8859_1));
    }

    /** Empty for what is left by an operating system or an editor and for nothing. */
    static String clean(String name) {
        List<String> parts = new ArrayList<>();
        for (String part : name.replace('\\', '/').split("/")) {
            String plain = UNFIT.matcher(part).replaceAll("").strip();
            boolean litter = LITTER.contains(plain.toLowerCase(Locale.ROOT))
                    || plain.startsWith("~$")
                    || (plain.startsWith(".") && !plain.matches("\\.+"));
            if (litter) {
                return "";
            }
            if (!plain.isEmpty() && !plain.matches("\\.+")) {
                parts.add(plain);
            }
        }
        return String.join("/", parts);
    }
}
