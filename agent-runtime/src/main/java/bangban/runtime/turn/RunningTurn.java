package bangban.runtime.turn;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** The thread of a turn and whether it was told to end early. An agent may swallow the interrupt, but not the cause. */
final class RunningTurn {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AtomicReference<Cause> cause = new AtomicReference<>(Cause.NONE);
    private final Thread thread;
    private volatile boolean unstorable;

    RunningTurn(Consumer<RunningTurn> work) {
        thread = Thread.ofVirtual().name("turn").unstarted(() -> work.accept(this));
    }

    /** Why a turn ends before its answer does. */
    enum Cause {
        NONE,
        STOPPED,
        TIMED_OUT,
        SHUT_DOWN
    }

    void start() {
        thread.start();
    }

    /** The first cause counts. */
    void end(Cause why) {
        if (cause.compareAndSet(Cause.NONE, why)) {
            thread.interrupt();
        }
    }

    Cause cause() {
        return cause.get();
    }

    /** Said where the log took an event no more. */
    void unstorable() {
        unstorable = true;
    }

    boolean isUnstorable() {
        return unstorable;
    }

    /** Unwinds the turn where it was told to end. */
    void check() {
        if (cause.get() != Cause.NONE) {
            throw new ToldToEnd();
        }
    }

    /** Waits for its end, but not for an agent that ignores the interrupt. */
    void await() {
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class ToldToEnd extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
