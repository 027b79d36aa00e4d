package bangban.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class DelayedCommitTest {

    /** An interrupt would close the files that the commit writes, and with them the index. */
    @Test
    void waitsForARunningCommitWithoutInterruptingIt() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch closing = new CountDownLatch(1);
        AtomicBoolean finished = new AtomicBoolean();
        DelayedCommit commits = new DelayedCommit(() -> {
            running.countDown();
            try {
                closing.await();
                Thread.sleep(50); // closing has begun when this is over
                finished.set(true);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        commits.later();
        running.await();
        closing.countDown();
        commits.close();
        assertThat(finished).isTrue();
    }
}
