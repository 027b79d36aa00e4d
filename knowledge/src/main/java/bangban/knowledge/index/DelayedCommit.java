package bangban.knowledge.index;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** One commit for all the writes of a few seconds: a commit waits for the disk, and adding a thousand documents must not. */
final class DelayedCommit implements AutoCloseable {

    static final int SECONDS = 5;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("index-commit").factory());
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final Runnable commit;

    DelayedCommit(Runnable commit) {
        this.commit = commit;
    }

    /** Commits after {@link #SECONDS} at the latest; calls in between add nothing. */
    void later() {
        if (waiting.compareAndSet(false, true)) {
            timer.schedule(this::run, SECONDS, TimeUnit.SECONDS);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    private void run() {
        waiting.set(false);
        commit.run();
    }

    /** Returns when no commit is running and none will begin. */
    @Override
    public void close() {
        timer.shutdownNow();
        timer.close();
    }
}
