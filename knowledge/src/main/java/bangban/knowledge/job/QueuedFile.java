package bangban.knowledge.job;

import bangban.knowledge.ingest.Manifest;
import bangban.knowledge.ingest.NewDocument;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a worker needs to know of a file.
 *
 * @param description null for files of versions that did not keep it
 * @param inside what is said of files inside it
 * @param target the id of the document that it becomes
 * @param run how often a person had it tried again
 * @param attempts how often it failed for a while
 * @param interruptions how often its process died meanwhile
 * @param began when it was first begun, null before
 * @param cancelled whether its job is
 */
record QueuedFile(
        String id,
        long accepted,
        @Nullable NewDocument description,
        Manifest inside,
        String target,
        Source source,
        JobFile.Status status,
        int run,
        int attempts,
        int interruptions,
        @Nullable Instant began,
        boolean cancelled) {

    /** Before it is begun. */
    QueuedFile(
            @Nullable NewDocument description, Manifest inside, String target, Source source, JobFile.Status status) {
        this(UUID.randomUUID().toString(), 0, description, inside, target, source, status, 0, 0, 0, null, false);
    }

    boolean hasEnded() {
        return status == JobFile.Status.DONE || status == JobFile.Status.FAILED;
    }

    /** Its task in the queue; another for each run, so that the end of one cannot take the next away. */
    String task() {
        return id + "/" + run;
    }

    /** The same after it failed for a while. */
    QueuedFile attempted() {
        return counted(run, attempts + 1, interruptions);
    }

    /** The same after its process died. */
    QueuedFile interrupted() {
        return counted(run, attempts, interruptions + 1);
    }

    /** The same for another run that a person asked for. What died while it was written stays to be completed. */
    QueuedFile again() {
        return counted(run + 1, 0, Math.min(1, interruptions));
    }

    private QueuedFile counted(int newRun, int newAttempts, int newInterruptions) {
        return new QueuedFile(
                id,
                accepted,
                description,
                inside,
                target,
                source,
                status,
                newRun,
                newAttempts,
                newInterruptions,
                began,
                cancelled);
    }
}
