package bangban.runtime.turn;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A message as a channel hands it over.
 *
 * @param agent who shall answer, null where the router decides
 * @param asOf the day whose rules count, null for today or a day that the question names
 * @param idempotencyKey a repetition with the same key and content gives the same turn; null for none
 */
public record TurnRequest(
        String text,
        @Nullable String agent,
        @Nullable LocalDate asOf,
        @Nullable String idempotencyKey) {

    public TurnRequest(String text) {
        this(text, null, null, null);
    }
}
