package bangban.web.knowledge;

import bangban.knowledge.source.RunFailure;
import bangban.knowledge.source.SourceRun;
import bangban.web.phrase.Phrases;
import bangban.web.problem.Problem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A run of a source on the wire. */
record RunJson(
        String id,
        String status,
        @Nullable String startedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        int waiting,
        int added,
        int changed,
        int unchanged,
        int gone,
        int skipped,
        int failed,
        @Nullable Problem error) {

    record FailureJson(String url, String code, String detail) {

        static FailureJson of(RunFailure failure, Phrases phrases, Path folder) {
            Problem problem = WebFailure.problem(failure.reason(), failure.arguments(), phrases, folder);
            return new FailureJson(failure.url(), problem.code(), problem.detail());
        }
    }

    record DetailJson(RunJson run, List<FailureJson> failures) {}

    static RunJson of(SourceRun run, Phrases phrases, Path folder) {
        SourceRun.Counts counts = run.counts();
        String reason = run.reason();
        return new RunJson(
                run.id(),
                run.status().name().toLowerCase(Locale.ROOT),
                run.startedBy(),
                run.startedAt(),
                run.finishedAt(),
                run.waiting(),
                counts.added(),
                counts.changed(),
                counts.unchanged(),
                counts.gone(),
                counts.skipped(),
                counts.failed(),
                reason == null ? null : WebFailure.problem(reason, run.arguments(), phrases, folder));
    }
}
