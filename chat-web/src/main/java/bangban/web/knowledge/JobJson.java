package bangban.web.knowledge;

import bangban.knowledge.ingest.ContentsCount;
import bangban.knowledge.ingest.IngestJob;
import bangban.knowledge.ingest.Ingestion;
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
        @Nullable Contents contents,
        @Nullable Problem error) {

    private static final int UNREADABLE = 422;

    /** What came of the files inside an archive or on a mail. */
    record Contents(int added, int changed, int unchanged, int removed, List<FailedFile> failed) {

        static Contents of(ContentsCount count, Phrases phrases, Path folder) {
            List<FailedFile> failed = count.failed().stream()
                    .map(file -> new FailedFile(
                            file.file(), problem(FileFailure.code(file.code(), folder), file.arguments(), phrases)))
                    .toList();
            return new Contents(count.added(), count.changed(), count.unchanged(), count.removed(), failed);
        }
    }

    record FailedFile(String file, Problem error) {}

    /** @param folder where documents are kept; a failure without a reason on a full disk is the disk's */
    static JobJson of(IngestJob job, Phrases phrases, Path folder) {
        String reason = job.reason();
        Ingestion.Outcome outcome = job.outcome();
        ContentsCount contents = job.contents();
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
                contents == null ? null : Contents.of(contents, phrases, folder),
                reason == null ? null : problem(FileFailure.code(reason, folder), List.of(job.file()), phrases));
    }

    private static Problem problem(String code, List<Object> arguments, Phrases phrases) {
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
