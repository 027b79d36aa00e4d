package bangban.knowledge.parse;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** Characters as the canonical text has them: no control or zero-width characters, lines joined as their script asks. */
final class PlainText {

    private static final Pattern BLANKS = Pattern.compile("[ \\t\\u00A0\\u2002-\\u200A]+");
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}\\u200B-\\u200F\\u2028-\\u202E\\u2060-\\u2064\\uFEFF\\u00AD&&[^\\n\\t]]");

    private PlainText() {}

    /** One line: blanks collapsed, ends stripped. Ideographic spaces inside stay: 第一条　为了. */
    static String line(String text) {
        String visible = INVISIBLE
                .matcher(text.replace('\n', ' ').replace('\u000B', ' '))
                .replaceAll("");
        return BLANKS.matcher(visible).replaceAll(" ").strip();
    }

    /** A cell: one line, ideographic spaces collapsed as well. */
    static String cell(String text) {
        return line(text.replace('\u3000', ' '));
    }

    /** Radicals and other stand-ins that PDF fonts map to, as the characters they look like. */
    static String unifyRadicals(String text) {
        StringBuilder plain = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= '\u2E80' && c <= '\u2FDF')
                    || (c >= '\uF900' && c <= '\uFAFF')
                    || (c >= '\uFB00' && c <= '\uFB06')) {
                if (plain == null) {
                    plain = new StringBuilder(text.substring(0, i));
                }
                plain.append(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC));
            } else if (plain != null) {
                plain.append(c);
            }
        }
        return plain == null ? text : plain.toString();
    }

    /** Two lines of one paragraph: without a blank where either side is Chinese, with one between words. */
    static String join(String before, String after) {
        if (before.isEmpty() || after.isEmpty()) {
            return before + after;
        }
        int last = before.codePointBefore(before.length());
        int first = after.codePointAt(0);
        if (isCjk(last) || isCjk(first)) {
            return before + after;
        }
        boolean hyphenated = last == '-'
                && before.length() > 1
                && Character.isLetter(before.charAt(before.length() - 2))
                && Character.isLowerCase(first);
        return hyphenated ? before.substring(0, before.length() - 1) + after : before + " " + after;
    }

    static boolean isCjk(int c) {
        return Character.UnicodeScript.of(c) == UnicodeScript.HAN
                || (c >= 0x3000 && c <= 0x30FF)
                || (c >= 0xFF00 && c <= 0xFFEF)
                || "“”‘’—…·《》".indexOf(c) >= 0;
    }

    /** True where the text ends as a sentence or a list's entry does. */
    static boolean endsSentence(String text) {
        String bare = text.strip();
        while (!bare.isEmpty() && "”’\"')）】》".indexOf(bare.charAt(bare.length() - 1)) >= 0) {
            bare = bare.substring(0, bare.length() - 1);
        }
        return !bare.isEmpty() && "。；;：:！!？?.…".indexOf(bare.charAt(bare.length() - 1)) >= 0;
    }
}
