package bangban.knowledge.job;

import bangban.knowledge.job.JobFile.Status;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts back what a process was adding when it died. A file that is there each time waits longer and longer, so that one which kills its
 * process does not keep the others from being added, and is given up in the end.
 */
final class Interruptions {

    private static final Logger LOG = LoggerFactory.getLogger(Interruptions.class);
    private static final int AT_ONCE = 3;
    private static final int MOST = 10;
    private static final long LONGER_SECONDS = 10;

    private final FileStore files;
    private final InstantSource clock;

    Interruptions(FileStore files, InstantSource clock) {
        this.files = files;
        this.clock = clock;
    }

    /** @return when the task is due again */
    Instant died(String task) {
        QueuedFile file = files.find(FileWork.file(task)).orElse(null);
        if (file == null || file.status() != Status.RUNNING) {
            return Instant.now();
        }
        QueuedFile again = file.interrupted();
        if (again.interruptions() > MOST) {
            LOG.warn("{} was being added each of {} times its process died and is given up", file.id(), MOST);
            files.fail(file.id(), new Failure(Failure.INTERRUPTED), clock.instant());
            return Instant.now();
        }
        files.putBack(again, null);
        return Instant.now().plusSeconds(Math.max(0, again.interruptions() - AT_ONCE) * LONGER_SECONDS);
    }
}
