package bangban.knowledge.job;

import bangban.knowledge.ingest.ContentsCount;
import bangban.knowledge.ingest.Ingestion;
import bangban.knowledge.ingest.Progress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of a job.
 *
 * @param accepted its place among all files, which grows with each
 * @param done passages of {@code total} in the stage
 * @param documentId null until it is done
 * @param outcome null until it is done
 * @param contents what came of the files inside, null where it holds none or has not ended
 * @param reason why it failed: a {@link bangban.knowledge.parse.ParseException.Reason}, one of
 *     {@link bangban.knowledge.ingest.FailureReason}, CANCELLED, or INTERRUPTED too often; while it waits to be tried again, why it failed
 *     last
 * @param arguments what the sentence of the reason names
 * @param retryable true where it failed and its bytes are still there
 */
public record JobFile(
        String id,
        long accepted,
        String jobId,
        String file,
        Status status,
        Progress.Stage stage,
        int done,
        int total,
        @Nullable String documentId,
        Ingestion.@Nullable Outcome outcome,
        @Nullable ContentsCount contents,
        @Nullable String reason,
        List<Object> arguments,
        boolean retryable) {

    /** Where a file stands; the last two are final. */
    public enum Status {
        QUEUED,
        RUNNING,
        DONE,
        FAILED
    }

    public JobFile {
        arguments = List.copyOf(arguments);
    }
}
