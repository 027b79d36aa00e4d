package bangban.web.feedback;

import bangban.runtime.feedback.Feedback.Reason;
import bangban.runtime.feedback.Feedbacks;
import bangban.web.problem.RequestException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Feedback as it arrives; each part is given in a form that can be stored, or refused by name. */
record NewFeedback(
        @Nullable Boolean useful,
        @Nullable String reason,
        @Nullable String comment) {

    boolean isUseful() {
        if (useful == null) {
            throw RequestException.invalid("useful", "null", "true, false");
        }
        return useful;
    }

    /** Null where none was given. */
    @Nullable
    Reason parsedReason() {
        if (reason == null) {
            return null;
        }
        for (Reason known : Reason.values()) {
            if (!isUseful() && known.wire().equals(reason)) {
                return known;
            }
        }
        String allowed = Arrays.stream(Reason.values()).map(Reason::wire).collect(Collectors.joining(", "));
        throw RequestException.invalid("reason", reason, isUseful() ? "null" : allowed);
    }

    /** Without characters that nobody sees; null where nothing is left. */
    @Nullable
    String cleanComment() {
        if (comment == null) {
            return null;
        }
        String clean = comment.codePoints()
                .filter(c -> c == '\n' || !Character.isISOControl(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        if (clean.length() > Feedbacks.LONGEST_COMMENT) {
            throw RequestException.invalid("comment", clean.length(), "0 – " + Feedbacks.LONGEST_COMMENT);
        }
        return clean.isEmpty() ? null : clean;
    }
}
