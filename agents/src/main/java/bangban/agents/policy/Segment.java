package bangban.agents.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of a sentence between commas, colons and semicolons: what is said at once.
 *
 * @param start first UTF-16 unit in the sentence
 * @param end one past the last, the mark left out
 */
record Segment(int start, int end, String text) {

    /** A comma within a number parts nothing. */
    private static final Pattern MARK = Pattern.compile("[，；：。]|[,;:.](?!\\d)");

    private static final Pattern CONDITION = Pattern.compile(
            "(的|时|后)$|^[^，]{0,8}的部分|^(如果|如|若|凡|因|当|除|在|if |when |where |unless )", Pattern.CASE_INSENSITIVE);

    static List<Segment> in(String sentence) {
        List<Segment> segments = new ArrayList<>();
        Matcher mark = MARK.matcher(sentence);
        int from = 0;
        while (mark.find()) {
            add(sentence, from, mark.start(), segments);
            from = mark.end();
        }
        add(sentence, from, sentence.length(), segments);
        return segments;
    }

    private static void add(String sentence, int from, int to, List<Segment> segments) {
        if (!sentence.substring(from, to).isBlank()) {
            segments.add(new Segment(from, to, sentence.substring(from, to)));
        }
    }

    /** True where it says when something holds rather than what: 逾期不改正的. */
    boolean isCondition() {
        return CONDITION.matcher(text.strip()).find();
    }

    boolean holds(int offset) {
        return start <= offset && offset < end;
    }
}
