package bangban.runtime.agent;

import bangban.language.sentence.Language;
import bangban.runtime.identity.Principal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked, by whom, when, and after what.
 *
 * @param text without control characters; blank only where files came with nothing said
 * @param today the day of the turn in Asia/Shanghai
 * @param asOf the day whose rules were asked for explicitly, null where none was
 * @param history the session's exchanges before, the oldest first
 * @param session the conversation that it is asked in, null outside one
 * @param attachments the files that came with it
 */
public record Question(
        String text,
        Language language,
        Principal asker,
        LocalDate today,
        @Nullable LocalDate asOf,
        List<Exchange> history,
        @Nullable String session,
        List<Attachment> attachments) {

    public Question {
        history = List.copyOf(history);
        attachments = List.copyOf(attachments);
    }

    /** Asked outside a session, without files. */
    public Question(
            String text,
            Language language,
            Principal asker,
            LocalDate today,
            @Nullable LocalDate asOf,
            List<Exchange> history) {
        this(text, language, asker, today, asOf, history, null, List.of());
    }

    /** The same question asking for this. */
    public Question asking(String request) {
        return new Question(request, language, asker, today, asOf, history, session, attachments);
    }

    /** An earlier question of the session and who answered it. */
    public record Exchange(String question, String agent, String answer) {}
}
