package bangban.language.sentence;

import java.util.ArrayList;
import java.util.List;

/** Splits text into sentences with their offsets. */
public final class Sentences {

    private static final String ENDS = "。！？!?；;\n";
    private static final String CLOSING = "”’」』）)》\"'";

    private Sentences() {}

    /** A sentence and where it stands: UTF-16 offsets, surrounding blanks left out. */
    public record Sentence(int start, int end, String text) {}

    /** Sentences end at 。！？； and line breaks, and at a full stop that a blank follows. */
    public static List<Sentence> in(String text) {
        List<Sentence> sentences = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (!endsAt(text, i)) {
                continue;
            }
            int end = i + 1;
            while (end < text.length() && CLOSING.indexOf(text.charAt(end)) >= 0) {
                end++;
            }
            add(text, start, end, sentences);
            start = end;
            i = end - 1;
        }
        add(text, start, text.length(), sentences);
        return sentences;
    }

    private static boolean endsAt(String text, int i) {
        char c = text.charAt(i);
        if (ENDS.indexOf(c) >= 0) {
            return true;
        }
        return c == '.'
                && i + 1 < text.length()
                && Character.isWhitespace(text.charAt(i + 1))
                && i > 1
                && Character.isLetter(text.charAt(i - 1))
                && Character.isLetter(text.charAt(i - 2));
    }

    private static void add(String text, int start, int end, List<Sentence> sentences) {
        int from = start;
        int to = end;
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        if (to > from) {
            sentences.add(new Sentence(from, to, text.substring(from, to)));
        }
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || c == '\u3000' || c == '\u00a0';
    }
}
