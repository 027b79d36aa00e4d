package bangban.web.feedback;

import bangban.runtime.feedback.Feedback;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One's feedback on a turn on the wire. */
public record FeedbackJson(
        boolean useful, @Nullable String reason, @Nullable String comment, Instant givenAt) {

    public static FeedbackJson of(Feedback feedback) {
        Feedback.Reason reason = feedback.reason();
        return new FeedbackJson(
                feedback.useful(), reason == null ? null : reason.wire(), feedback.comment(), feedback.givenAt());
    }
}
