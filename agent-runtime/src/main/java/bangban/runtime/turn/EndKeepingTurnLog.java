package bangban.runtime.turn;

import bangban.runtime.error.ErrorCode;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A log in which no turn is without an end. Where the log behind cannot append one, on a full disk say, the turn has failed with
 * NOT_STORED: readers are told from memory, and the log behind gets that end as soon as it takes it.
 */
public final class EndKeepingTurnLog implements TurnLog, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EndKeepingTurnLog.class);
    private static final Duration TRY_EVERY = Duration.ofSeconds(3);

    private final TurnLog stored;
    private final Clock clock;
    private final ConcurrentHashMap<TurnId, Long> last = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<TurnId, LoggedEvent> kept = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<TurnId, Set<Runnable>> listeners = new ConcurrentHashMap<>();
    private final ScheduledExecutorService tries = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("turn-ends").factory());

    public EndKeepingTurnLog(TurnLog stored, Clock clock) {
        this(stored, clock, TRY_EVERY);
    }

    EndKeepingTurnLog(TurnLog stored, Clock clock, Duration tryEvery) {
        this.stored = stored;
        this.clock = clock;
        long millis = tryEvery.toMillis();
        tries.scheduleWithFixedDelay(this::storeEnds, millis, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public LoggedEvent append(TurnId turn, TurnEvent event) {
        try {
            LoggedEvent logged = stored.append(turn, event);
            if (event instanceof TurnEvent.Terminal) {
                last.remove(turn);
            } else {
                last.put(turn, logged.sequence());
            }
            return logged;
        } catch (RuntimeException e) {
            if (event instanceof TurnEvent.Terminal) {
                return keep(turn, e);
            }
            throw e;
        }
    }

    private LoggedEvent keep(TurnId turn, RuntimeException cause) {
        LOG.error("the end of turn {} cannot be stored yet", turn, cause);
        TurnEvent end = new TurnEvent.TurnFailed(ErrorCode.NOT_STORED);
        LoggedEvent logged = new LoggedEvent(turn, last(turn) + 1, clock.instant(), end);
        kept.put(turn, logged);
        listeners.getOrDefault(turn, Set.of()).forEach(Runnable::run);
        return logged;
    }

    /** As the log behind has it; where it cannot be read either, as it was when the turn was last appended to. */
    private long last(TurnId turn) {
        long known = last.getOrDefault(turn, 0L);
        try {
            List<LoggedEvent> events = stored.read(turn, known);
            return events.isEmpty() ? known : events.getLast().sequence();
        } catch (RuntimeException e) {
            return known;
        }
    }

    /** Tries once for each end that is only kept. */
    void storeEnds() {
        kept.forEach((turn, end) -> {
            try {
                List<LoggedEvent> events = stored.read(turn, 0);
                if (events.isEmpty() || !(events.getLast().event() instanceof TurnEvent.Terminal)) {
                    stored.append(turn, end.event());
                }
                kept.remove(turn);
                last.remove(turn);
            } catch (RuntimeException e) {
                LOG.debug("the end of turn {} can still not be stored", turn, e);
            }
        });
    }

    @Override
    public List<LoggedEvent> read(TurnId turn, long after) {
        LoggedEvent end = kept.get(turn);
        List<LoggedEvent> events;
        try {
            events = stored.read(turn, after);
        } catch (RuntimeException e) {
            if (end != null && after > 0 && end.sequence() > after) {
                // whoever has begun to read is told the end at least
                return List.of(end);
            }
            throw e;
        }
        if (end == null
                || end.sequence() <= after
                || (!events.isEmpty() && events.getLast().event() instanceof TurnEvent.Terminal)) {
            return events;
        }
        List<LoggedEvent> whole = new ArrayList<>(events);
        whole.add(end);
        return whole;
    }

    @Override
    public Watch watch(TurnId turn, Runnable listener) {
        listeners.compute(turn, (key, set) -> {
            Set<Runnable> present = set == null ? ConcurrentHashMap.newKeySet() : set;
            present.add(listener);
            return present;
        });
        Watch watch = stored.watch(turn, listener);
        return () -> {
            watch.close();
            listeners.computeIfPresent(turn, (key, set) -> {
                set.remove(listener);
                return set.isEmpty() ? null : set;
            });
        };
    }

    @Override
    public void close() {
        tries.shutdownNow();
        storeEnds();
    }
}
