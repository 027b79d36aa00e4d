package bangban.knowledge.attach;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes on with what an earlier process left, and gives up every hour what was not sent for long. */
public final class AttachmentUpkeep implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AttachmentUpkeep.class);
    private static final Duration EVERY = Duration.ofHours(1);

    private final Attachments attachments;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("attachment-upkeep").factory());

    public AttachmentUpkeep(Attachments attachments) {
        this.attachments = attachments;
        attachments.start();
        timer.scheduleWithFixedDelay(this::look, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            attachments.sweep();
        } catch (RuntimeException e) { // the edge: a timer that throws never looks again
            LOG.error("giving up files that were not sent failed", e);
        }
    }

    @Override
    public void close() {
        timer.close();
    }
}
