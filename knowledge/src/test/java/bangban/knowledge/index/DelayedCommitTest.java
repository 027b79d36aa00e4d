package bangban.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class DelayedCommitTest {

    /** An interrupt would close the files that the commit writes, and with them the index. */
    @Test
    void waitsForARunningCommitWithoutInterruptingIt() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        AtomicBoolean finished = new AtomicBoolean();
        AtomicReference<DelayedCommit> self = new AtomicReference<>();
        DelayedCommit commits = new DelayedCommit(
                () -> {
                    running.countDown();
                    while (!self.get().isClosing() && !Thread.currentThread().isInterrupted()) {
                        Thread.onSpinWait();
                    }
                    finished.set(!Thread.currentThread().isInterrupted());
                },
                Duration.ZERO);
        self.set(commits);
        commits.later();
        running.await();

        commits.close();

        assertThat(finished).isTrue();
    }
}
