package bangban.web.knowledge;

import bangban.knowledge.ingest.ContentsCount;
import bangban.knowledge.ingest.Ingestion;
import bangban.knowledge.job.JobFile;
import bangban.runtime.error.ErrorCode;
import bangban.web.phrase.Phrases;
import bangban.web.platform.FileFailure;
import bangban.web.problem.Problem;
import bangban.web.problem.Problems;
import bangban.web.problem.RequestError;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file of a job on the wire.
 *
 * @param contents what came of the files inside, null where it holds none
 * @param error why it failed; of a queued file, why it is tried again by itself
 */
record JobFileJson(
        String id,
        String file,
        String status,
        String stage,
        int done,
        int total,
        @Nullable String documentId,
        @Nullable String outcome,
        @Nullable JobContentsJson contents,
        boolean retryable,
        @Nullable Problem error) {

    private static final int UNREADABLE = 422;

    /** @param folder where documents are kept; a failure without a reason on a full disk is the disk's */
    static JobFileJson of(JobFile file, Phrases phrases, Path folder) {
        String reason = file.reason();
        Ingestion.Outcome outcome = file.outcome();
        ContentsCount contents = file.contents();
        return new JobFileJson(
                file.id(),
                file.file(),
                lower(file.status()),
                file.status() == JobFile.Status.QUEUED ? "queued" : lower(file.stage()),
                file.done(),
                file.total(),
                file.documentId(),
                outcome == null ? null : lower(outcome),
                contents == null ? null : JobContentsJson.of(contents, phrases, folder),
                file.retryable(),
                reason == null ? null : problem(reason, file.arguments(), phrases, folder));
    }

    static Problem problem(String reason, List<Object> arguments, Phrases phrases, Path folder) {
        String code = FileFailure.code(reason, folder);
        if (code.equals(FileFailure.DISK_FULL)) {
            return Problems.of(RequestError.DISK_FULL, phrases);
        }
        return code.equals(ErrorCode.INTERNAL.wire())
                ? Problems.of(ErrorCode.INTERNAL, phrases)
                : Problems.of(UNREADABLE, code, arguments, phrases);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
