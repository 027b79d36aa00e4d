package bangban.knowledge.source;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How often a source is walked without anybody asking. */
public enum Schedule {
    NONE(null),
    DAILY(Duration.ofDays(1)),
    WEEKLY(Duration.ofDays(7));

    private final @Nullable Duration every;

    Schedule(@Nullable Duration every) {
        this.every = every;
    }

    /** When the next run is after one at that time; null for never. */
    public @Nullable Instant next(Instant last) {
        return every == null ? null : last.plus(every);
    }
}
