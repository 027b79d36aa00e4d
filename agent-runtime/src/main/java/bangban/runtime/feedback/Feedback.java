package bangban.runtime.feedback;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether an answer was of use to whoever asked.
 *
 * @param reason why it was of none; null where it was, or where nothing was said
 * @param comment in the asker's words; null where there are none
 */
public record Feedback(
        boolean useful, @Nullable Reason reason, @Nullable String comment, Instant givenAt) {

    public Feedback {
        if (useful && reason != null) {
            throw new IllegalArgumentException("reason is " + reason + " for a useful answer, allowed is none");
        }
    }

    /** What is wrong with an answer. */
    public enum Reason {
        WRONG,
        OUTDATED,
        INCOMPLETE,
        UNCLEAR,
        OTHER;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
