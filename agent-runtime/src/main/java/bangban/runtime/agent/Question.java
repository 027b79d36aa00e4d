package bangban.runtime.agent;

import bangban.language.sentence.Language;
import bangban.runtime.identity.Principal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked, by whom, when, and after what.
 *
 * @param text without control characters, not blank
 * @param today the day of the turn in Asia/Shanghai
 * @param asOf the day whose rules were asked for explicitly, null where none was
 * @param history the session's exchanges before, the oldest first
 */
public record Question(
        String text,
        Language language,
        Principal asker,
        LocalDate today,
        @Nullable LocalDate asOf,
        List<Exchange> history) {

    public Question {
        history = List.copyOf(history);
    }

    /** An earlier question of the session and who answered it. */
    public record Exchange(String question, String agent, String answer) {}
}
