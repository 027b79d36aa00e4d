package bangban.knowledge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    private static final Duration TIME = Duration.ofNanos(25);
    private static final Duration OVERALL = Duration.ofNanos(60);

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 30);
    private final Deadline deadline = new Deadline(TIME, OVERALL, now::get);

    @Test
    void eachSignOfProgressBeginsTheTimeAnewUpToTheOverallOne() {
        assertThat(deadline.left()).isEqualTo(25);
        now.addAndGet(20);
        assertThat(deadline.left()).isEqualTo(5);
        deadline.extend();
        assertThat(deadline.left()).isEqualTo(25);
        now.addAndGet(20);
        deadline.extend();
        assertThat(deadline.left()).isEqualTo(20);
        now.addAndGet(20);
        deadline.extend();
        assertThat(deadline.left()).isZero();
    }

    @Test
    void workThatIsDoneInTimeGivesWhatItMade() throws InterruptedException, ExecutionException, TimeoutException {
        assertThat(deadline.await(CompletableFuture.completedFuture("文"))).isEqualTo("文");
    }

    @Test
    void workThatIsNotDoneInTimeIsNotWaitedFor() {
        now.addAndGet(25);
        assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(() -> deadline.await(new CompletableFuture<String>()));
    }
}
