package bangban.runtime.turn;

import java.util.List;
import java.util.function.Predicate;

/** A log that takes some events no more while it is told so, as on a full disk. */
final class FailingTurnLog implements TurnLog {

    private final TurnLog log;
    private volatile Predicate<TurnEvent> refused = event -> false;
    private volatile boolean unreadable;

    FailingTurnLog(TurnLog log) {
        this.log = log;
    }

    void refuse(Predicate<TurnEvent> events) {
        refused = events;
    }

    void readable(boolean yes) {
        unreadable = !yes;
    }

    @Override
    public LoggedEvent append(TurnId turn, TurnEvent event) {
        if (refused.test(event)) {
            throw new IllegalStateException("No space left on device");
        }
        return log.append(turn, event);
    }

    @Override
    public List<LoggedEvent> read(TurnId turn, long after) {
        if (unreadable) {
            throw new IllegalStateException("No space left on device");
        }
        return log.read(turn, after);
    }

    @Override
    public Watch watch(TurnId turn, Runnable listener) {
        return log.watch(turn, listener);
    }
}
