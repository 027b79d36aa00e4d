package bangban.knowledge.ingest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way in.
 *
 * @param startedBy the only account that may see it
 * @param done passages of {@code total} in the stage
 * @param documentId null until it is done
 * @param outcome null until it is done
 * @param reason why it failed: a {@link bangban.knowledge.parse.ParseException.Reason}, INTERRUPTED by a restart, DISK_FULL, or INTERNAL
 */
public record IngestJob(
        String id,
        String startedBy,
        String file,
        Status status,
        Progress.Stage stage,
        int done,
        int total,
        @Nullable String documentId,
        Ingestion.@Nullable Outcome outcome,
        @Nullable String reason,
        Instant startedAt) {

    /** Where a job stands; the last two are final. */
    public enum Status {
        QUEUED,
        RUNNING,
        DONE,
        FAILED
    }

    IngestJob at(Progress.Stage newStage, int newDone, int newTotal) {
        return new IngestJob(
                id,
                startedBy,
                file,
                Status.RUNNING,
                newStage,
                newDone,
                newTotal,
                documentId,
                outcome,
                reason,
                startedAt);
    }

    IngestJob finished(String document, Ingestion.Outcome did) {
        return new IngestJob(
                id, startedBy, file, Status.DONE, Progress.Stage.DONE, total, total, document, did, null, startedAt);
    }

    boolean hasEnded() {
        return status == Status.DONE || status == Status.FAILED;
    }

    IngestJob failed(String why) {
        return new IngestJob(id, startedBy, file, Status.FAILED, stage, done, total, null, null, why, startedAt);
    }
}
