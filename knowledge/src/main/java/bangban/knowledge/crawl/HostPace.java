package bangban.knowledge.crawl;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Keeps requests to one host apart, whichever walk makes them. */
public final class HostPace {

    private static final int KEPT = 1_000;

    private final InstantSource clock;
    private final Pause pause;
    private final Map<String, Instant> next = new HashMap<>();

    /** How to wait. */
    @FunctionalInterface
    public interface Pause {

        void during(Duration time) throws InterruptedException;
    }

    public HostPace(InstantSource clock) {
        this(clock, Thread::sleep);
    }

    HostPace(InstantSource clock, Pause pause) {
        this.clock = clock;
        this.pause = pause;
    }

    /** Waits for the next free moment of the host and takes it. */
    void await(String host, Duration delay) throws InterruptedException {
        Duration wait = take(host, delay);
        if (wait.isPositive()) {
            pause.during(wait);
        }
    }

    private synchronized Duration take(String host, Duration delay) {
        Instant now = clock.instant();
        if (next.size() > KEPT) {
            next.values().removeIf(free -> free.isBefore(now));
        }
        Instant free = next.getOrDefault(host, now);
        Instant mine = free.isBefore(now) ? now : free;
        next.put(host, mine.plus(delay));
        return Duration.between(now, mine);
    }
}
