package bangban.knowledge.parse;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.poi.hwpf.usermodel.HWPFList;
import org.apache.poi.hwpf.usermodel.Paragraph;

/** The numbers that old Word documents show before paragraphs. Paragraphs must be asked for in reading order. */
final class OldWordNumbering {

    private static final int LEVELS = 9;
    private static final int UNSTARTED = -1;
    private static final int BULLET = 23;
    private static final int NOTHING_FOLLOWS = 2;

    private final Map<Integer, int[]> counters = new HashMap<>();

    /** What stands before the paragraph's text, with the blank behind it; empty where it has no number. */
    String next(Paragraph paragraph) {
        int level = paragraph.getIlvl();
        if (!paragraph.isInList() || level < 0 || level >= LEVELS) {
            return "";
        }
        try {
            return next(paragraph.getList(), level);
        } catch (NoSuchElementException | IllegalStateException | NullPointerException e) {
            return ""; // POI's words for a list that the document names and does not hold
        }
    }

    private String next(HWPFList list, int level) {
        int format = list.getNumberFormat((char) level);
        if (format == BULLET) {
            return LineStart.bullet(level) + " ";
        }
        int[] numbers = counters.computeIfAbsent(list.getLsid(), id -> unstarted());
        numbers[level] = numbers[level] == UNSTARTED ? list.getStartAt((char) level) : numbers[level] + 1;
        for (int deeper = level + 1; deeper < LEVELS; deeper++) {
            numbers[deeper] = UNSTARTED;
        }
        String pattern = list.getNumberText((char) level);
        if (pattern == null || pattern.isBlank()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (char c : pattern.toCharArray()) {
            if (c < LEVELS) {
                int number = numbers[c] == UNSTARTED ? list.getStartAt(c) : numbers[c];
                text.append(WordNumbering.number(number, name(list.getNumberFormat(c))));
            } else {
                text.append(c);
            }
        }
        boolean tight = list.getTypeOfCharFollowingTheNumber((char) level) == NOTHING_FOLLOWS;
        return tight ? text.toString() : text.toString().stripTrailing() + " ";
    }

    private static int[] unstarted() {
        int[] numbers = new int[LEVELS];
        Arrays.fill(numbers, UNSTARTED);
        return numbers;
    }

    /** The newer format's name of a number format ([MS-OSHARED], 2.2.1.3 MSONFC). */
    private static String name(int format) {
        return switch (format) {
            case 1 -> "upperRoman";
            case 2 -> "lowerRoman";
            case 3 -> "upperLetter";
            case 4 -> "lowerLetter";
            case 11, 17, 37, 39 -> "chineseCounting";
            case 18, 28, 29 -> "decimalEnclosedCircle";
            case 22 -> "decimalZero";
            case 30 -> "ideographTraditional";
            default -> "decimal";
        };
    }
}
