package bangban.knowledge.index;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** One commit for all the writes of a few seconds: a commit waits for the disk, and adding a thousand documents must not. */
final class DelayedCommit implements AutoCloseable {

    static final int SECONDS = 5;

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("index-commit").factory());
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final Runnable commit;
    private final Duration delay;

    DelayedCommit(Runnable commit) {
        this(commit, Duration.ofSeconds(SECONDS));
    }

    DelayedCommit(Runnable commit, Duration delay) {
        this.commit = commit;
        this.delay = delay;
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Commits after the delay at the latest; calls in between add nothing. */
    void later() {
        if (waiting.compareAndSet(false, true)) {
            timer.schedule(this::run, delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    private void run() {
        waiting.set(false);
        commit.run();
    }

    boolean isClosing() {
        return timer.isShutdown();
    }

    /** Returns when no commit is running and none will begin. One that runs is not interrupted: that would close the files under it. */
    @Override
    public void close() {
        timer.close();
    }
}
