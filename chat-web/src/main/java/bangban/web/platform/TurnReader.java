package bangban.web.platform;

import bangban.runtime.turn.LoggedEvent;
import bangban.runtime.turn.TurnEvent;
import bangban.runtime.turn.TurnId;
import bangban.runtime.turn.TurnLog;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Reads a turn's log from some point to its end, waiting where it has not ended. For one thread; waiting ends by interrupt. */
public final class TurnReader implements AutoCloseable {

    private final TurnLog log;
    private final TurnId turn;
    private final Semaphore more = new Semaphore(0);
    private final TurnLog.Watch watch;
    private final Deque<LoggedEvent> read = new ArrayDeque<>();
    private long last;
    private boolean ended;

    public TurnReader(TurnLog log, TurnId turn, long after) {
        this.log = log;
        this.turn = turn;
        this.last = after;
        // before the first read, so that nothing is appended unseen between the two
        this.watch = log.watch(turn, more::release);
        this.ended = after > 0 && endedBefore(after);
    }

    private boolean endedBefore(long sequence) {
        return log.read(turn, 0).stream()
                .anyMatch(logged -> logged.sequence() <= sequence && logged.event() instanceof TurnEvent.Terminal);
    }

    /** The next event; empty after the last one. */
    public Optional<LoggedEvent> next() throws InterruptedException {
        if (ended) {
            return Optional.empty();
        }
        @Nullable LoggedEvent next = read.poll();
        while (next == null) {
            read.addAll(log.read(turn, last));
            next = read.poll();
            if (next == null) {
                more.acquire();
                more.drainPermits();
            }
        }
        last = next.sequence();
        ended = next.event() instanceof TurnEvent.Terminal;
        return Optional.of(next);
    }

    @Override
    public void close() {
        watch.close();
    }
}
