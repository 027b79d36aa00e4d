package bangban.runtime.turn;

import bangban.runtime.error.ErrorCode;
import bangban.runtime.error.PlatformException;
import java.text.Normalizer;

/** What is accepted as a question. */
public final class QuestionText {

    public static final int LONGEST = 20_000;

    private QuestionText() {}

    /**
     * The question without control and invisible formatting characters, in Unicode normal form C.
     *
     * @throws PlatformException EMPTY_QUESTION or QUESTION_TOO_LONG
     */
    public static String clean(String text) {
        String normal = cleanOrEmpty(text);
        if (normal.codePoints().noneMatch(c -> !Character.isWhitespace(c))) {
            throw new PlatformException(ErrorCode.EMPTY_QUESTION, "nothing was asked");
        }
        return normal;
    }

    /**
     * The same where nothing need be said.
     *
     * @throws PlatformException QUESTION_TOO_LONG
     */
    public static String cleanOrEmpty(String text) {
        if (text.length() > LONGEST) {
            throw new PlatformException(
                    ErrorCode.QUESTION_TOO_LONG,
                    "question of " + text.length() + " characters",
                    LONGEST,
                    text.length());
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().filter(QuestionText::isText).forEach(clean::appendCodePoint);
        return Normalizer.normalize(clean, Normalizer.Form.NFC).strip();
    }

    private static boolean isText(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c == '\n' || c == '\t';
            case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
