package bangban.runtime.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down guessing: after five wrong passwords for a name, each further try waits twice as long, up to five minutes. Kept in memory
 * and bounded; a restart forgets.
 */
public final class LoginThrottle {

    private static final int FREE_TRIES = 5;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final int MOST_NAMES = 10_000;

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST_NAMES;
        }
    };

    public LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    private record Failures(int count, Instant next) {}

    /** How long this name has to wait before the next try; zero where it may try now. */
    public synchronized Duration waitFor(String username) {
        Failures past = failures.get(username);
        if (past == null || !past.next().isAfter(clock.instant())) {
            return Duration.ZERO;
        }
        return Duration.between(clock.instant(), past.next());
    }

    public synchronized void failed(String username) {
        Failures past = failures.remove(username);
        int count = past == null ? 1 : past.count() + 1;
        Duration wait = count < FREE_TRIES ? Duration.ZERO : Duration.ofSeconds(1L << Math.min(count - FREE_TRIES, 9));
        Duration bounded = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        failures.put(username, new Failures(count, clock.instant().plus(bounded)));
    }

    public synchronized void succeeded(String username) {
        failures.remove(username);
    }
}
