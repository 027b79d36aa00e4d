package bangban.web.knowledge;

import bangban.knowledge.ingest.IngestJob;
import bangban.knowledge.ingest.Ingestion;
import bangban.runtime.error.ErrorCode;
import bangban.web.phrase.Phrases;
import bangban.web.platform.FileFailure;
import bangban.web.problem.Problem;
import bangban.web.problem.Problems;
import bangban.web.problem.RequestError;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A job on the wire. */
record JobJson(
        String id,
        String status,
        String file,
        String stage,
        int done,
        int total,
        @Nullable String documentId,
        @Nullable String outcome,
        @Nullable Problem error) {

    private static final int UNREADABLE = 422;

    /** @param folder where documents are kept; a failure without a reason on a full disk is the disk's */
    static JobJson of(IngestJob job, Phrases phrases, Path folder) {
        String reason = job.reason();
        Ingestion.Outcome outcome = job.outcome();
        boolean queued = job.status() == IngestJob.Status.QUEUED;
        return new JobJson(
                job.id(),
                lower(job.status()),
                job.file(),
                queued ? "queued" : lower(job.stage()),
                job.done(),
                job.total(),
                job.documentId(),
                outcome == null ? null : lower(outcome),
                reason == null ? null : problem(FileFailure.code(reason, folder), phrases));
    }

    private static Problem problem(String code, Phrases phrases) {
        if (code.equals(FileFailure.DISK_FULL)) {
            return Problems.of(RequestError.DISK_FULL, phrases);
        }
        return code.equals(ErrorCode.INTERNAL.wire())
                ? Problems.of(ErrorCode.INTERNAL, phrases)
                : Problems.of(UNREADABLE, code, phrases);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
