package bangban.knowledge.sandbox;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/** A time that begins anew with each sign of progress, up to an overall one. */
final class Deadline {

    private final LongSupplier clock;
    private final long time;
    private final long last;
    private volatile long ends;

    Deadline(Duration time, Duration overall) {
        this(time, overall, System::nanoTime);
    }

    /** @param clock in nanoseconds from anywhere */
    Deadline(Duration time, Duration overall, LongSupplier clock) {
        long now = clock.getAsLong();
        this.clock = clock;
        this.time = time.toNanos();
        this.last = now + overall.toNanos();
        this.ends = now + this.time;
    }

    void extend() {
        long fromNow = clock.getAsLong() + time;
        ends = fromNow - last < 0 ? fromNow : last;
    }

    /** Nanoseconds, none or fewer where it is over. */
    long left() {
        return ends - clock.getAsLong();
    }

    /** @throws TimeoutException where the work is not done when the time is over, however often that moved */
    <T> T await(Future<T> work) throws InterruptedException, ExecutionException, TimeoutException {
        while (true) {
            try {
                return work.get(Math.max(0, left()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (left() <= 0) {
                    throw e;
                }
            }
        }
    }
}
