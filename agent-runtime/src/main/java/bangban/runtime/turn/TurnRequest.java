package bangban.runtime.turn;

import bangban.runtime.agent.Attachment;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as a channel hands it over.
 *
 * @param agent who shall answer, null where the router decides
 * @param asOf the day whose rules count, null for today or a day that the question names
 * @param idempotencyKey a repetition with the same key and content gives the same turn; null for none
 * @param attachments the files that come with it; nothing need be said then
 */
public record TurnRequest(
        String text,
        @Nullable String agent,
        @Nullable LocalDate asOf,
        @Nullable String idempotencyKey,
        List<Attachment> attachments) {

    public TurnRequest {
        attachments = List.copyOf(attachments);
    }

    /** A message without files. */
    public TurnRequest(String text, @Nullable String agent, @Nullable LocalDate asOf, @Nullable String idempotencyKey) {
        this(text, agent, asOf, idempotencyKey, List.of());
    }

    public TurnRequest(String text) {
        this(text, null, null, null);
    }
}
