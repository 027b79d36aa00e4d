package bangban.knowledge.place;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a document is in force, both ends included.
 *
 * @param from null where it has always been in force
 * @param to null where it has no end
 */
public record Validity(@Nullable LocalDate from, @Nullable LocalDate to) {

    public static final Validity ALWAYS = new Validity(null, null);

    public Validity {
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("in force to " + to + " before from " + from);
        }
    }

    public boolean covers(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
