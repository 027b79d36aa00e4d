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
 * @param contents what came of the files inside, null where it holds none or is not done
 * @param reason why it failed: a {@link bangban.knowledge.parse.ParseException.Reason}, INTERRUPTED by a restart, PLACE_TAKEN, DISK_FULL, or INTERNAL
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
        @Nullable ContentsCount contents,
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
                contents,
                startedAt);
    }

    /** Failed where nothing of it could be added. */
    IngestJob finished(Contents result) {
        boolean nothing = result.added().isEmpty();
        return new IngestJob(
                id,
                startedBy,
                file,
                nothing ? Status.FAILED : Status.DONE,
                nothing ? stage : Progress.Stage.DONE,
                total,
                total,
                nothing ? null : result.added().getFirst().document().id(),
                nothing ? null : result.outcome(),
                nothing ? result.failed().getFirst().code() : null,
                result.container() ? result.count() : null,
                startedAt);
    }

    boolean hasEnded() {
        return status == Status.DONE || status == Status.FAILED;
    }

    IngestJob failed(String why) {
        return new IngestJob(id, startedBy, file, Status.FAILED, stage, done, total, null, null, why, null, startedAt);
    }
}
