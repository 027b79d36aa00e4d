package bangban.web.knowledge;

import bangban.knowledge.job.IngestJob;
import bangban.knowledge.job.JobFile;
import bangban.web.phrase.Phrases;
import bangban.web.problem.Problem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A job on the wire.
 *
 * @param file the one that is being added, else the first that failed, waits or is done; stage, done and total are its
 * @param documentId of a job of one file
 * @param outcome of a job of one file
 * @param contents of a job of one file
 * @param error why the first file that failed did so, once the job has ended
 */
record JobJson(
        String id,
        String name,
        String status,
        boolean cancelled,
        boolean retryable,
        Instant startedAt,
        Counts files,
        String file,
        String stage,
        int done,
        int total,
        @Nullable String documentId,
        @Nullable String outcome,
        @Nullable JobContentsJson contents,
        @Nullable Problem error) {

    /** How many files have ended. */
    record Counts(int total, int done, int failed) {}

    /** @param folder where documents are kept; a failure without a reason on a full disk is the disk's */
    static JobJson of(IngestJob job, Phrases phrases, Path folder) {
        JobFileJson file = JobFileJson.of(job.current(), phrases, folder);
        boolean alone = job.files().total() == 1;
        return new JobJson(
                job.id(),
                job.name(),
                job.status().name().toLowerCase(Locale.ROOT),
                job.cancelled(),
                job.retryable(),
                job.startedAt(),
                new Counts(job.files().total(), job.files().done(), job.files().failed()),
                file.file(),
                file.stage(),
                file.done(),
                file.total(),
                alone ? file.documentId() : null,
                alone ? file.outcome() : null,
                alone ? file.contents() : null,
                job.hasEnded() && job.current().status() == JobFile.Status.FAILED ? file.error() : null);
    }
}
