package bangban.knowledge.parse;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Element;

/** The numbers that OpenDocument files show before entries of lists but do not store in them. Entries must be asked for in order. */
final class OpenDocumentNumbering {

    private static final int LEVELS = 10;

    private final OpenDocumentStyles styles;
    private final Map<String, int[]> counters = new HashMap<>();

    OpenDocumentNumbering(OpenDocumentStyles styles) {
        this.styles = styles;
    }

    /** A list that goes on with no other begins. */
    void restart(String style) {
        counters.remove(style);
    }

    /** What stands before an entry, with the blank behind it. */
    String next(String style, int level) {
        Element format = level < LEVELS ? styles.listLevel(style, level) : null;
        if (format == null || format.normalName().equals("text:list-level-style-bullet")) {
            return LineStart.bullet(level) + " ";
        }
        int[] numbers = counters.computeIfAbsent(style, name -> new int[LEVELS]);
        numbers[level] = numbers[level] == 0 ? start(format) : numbers[level] + 1;
        Arrays.fill(numbers, level + 1, LEVELS, 0);
        int shown = Math.clamp(number(format, "text:display-levels"), 1, level + 1);
        StringBuilder text = new StringBuilder(format.attr("style:num-prefix"));
        boolean any = false;
        for (int at = level + 1 - shown; at <= level; at++) {
            Element of = styles.listLevel(style, at);
            String kind = of == null ? "1" : of.attr("style:num-format");
            if (!kind.isEmpty()) {
                text.append(any ? "." : "").append(WordNumbering.number(Math.max(1, numbers[at]), name(kind)));
                any = true;
            }
        }
        text.append(format.attr("style:num-suffix"));
        return text.toString().isBlank() ? "" : text + " ";
    }

    private static int start(Element format) {
        return Math.max(1, number(format, "text:start-value"));
    }

    private static int number(Element format, String attribute) {
        String value = format.attr(attribute);
        return value.matches("[0-9]{1,6}") ? Integer.parseInt(value) : 1;
    }

    /** Word's name of a number format; ODF gives its first sign. */
    private static String name(String format) {
        return switch (format.charAt(0)) {
            case 'a' -> "lowerLetter";
            case 'A' -> "upperLetter";
            case 'i' -> "lowerRoman";
            case 'I' -> "upperRoman";
            case '一', '壹' -> "chineseCounting";
            case '①' -> "decimalEnclosedCircle";
            case '甲' -> "ideographTraditional";
            default -> "decimal";
        };
    }
}
