package bangban.knowledge.parse;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the names of paragraph styles say, which are the same in every word processor's formats. */
final class StyleNames {

    private static final Pattern HEADING = Pattern.compile("(?:heading|标题)[\\s_]*([1-9])");
    private static final Pattern CONTENTS = Pattern.compile("(?:toc|目录|contents)[\\s_]*[1-9]");

    private StyleNames() {}

    /** The number of a heading's style, 0 for any other. */
    static int heading(String name) {
        Matcher matcher = HEADING.matcher(plain(name));
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    static boolean isTitle(String name) {
        String plain = plain(name);
        return plain.equals("title") || plain.equals("标题");
    }

    /** True for an entry of the table of contents. */
    static boolean isContents(String name) {
        return CONTENTS.matcher(plain(name)).matches();
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
