package bangban.runtime.turn;

import java.util.List;

/** The durable, append-only log of every turn: an event is in it before anyone sees it. */
public interface TurnLog {

    /** Appends behind the turn's last event; it is durable when this returns. One thread at a time appends to a turn. */
    LoggedEvent append(TurnId turn, TurnEvent event);

    /** The turn's events with a sequence number above {@code after}, in order. */
    List<LoggedEvent> read(TurnId turn, long after);

    /**
     * Calls {@code listener} after each append to the turn, on the appending thread: it must be quick. It may be called once too often,
     * never too seldom, for appends that begin after this returns.
     */
    Watch watch(TurnId turn, Runnable listener);

    /** Ends the calls. */
    interface Watch extends AutoCloseable {

        @Override
        void close();
    }
}
