package bangban.knowledge.source;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every minute for sources that are due. What was missed while the platform was down is made up for once. */
public final class SourceSchedule implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SourceSchedule.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final SourceRuns runs;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("source-schedule").factory());

    public SourceSchedule(SourceRuns runs) {
        this.runs = runs;
        timer.scheduleWithFixedDelay(this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            runs.startDue();
        } catch (RuntimeException e) { // the edge: a timer that throws never looks again
            LOG.error("looking for due sources failed", e);
        }
    }

    @Override
    public void close() {
        timer.close();
    }
}
