package bangban.web.knowledge;

import bangban.knowledge.job.IngestJob;
import bangban.knowledge.job.IngestJobs;
import bangban.knowledge.job.JobFile;
import bangban.runtime.audit.AuditLog;
import bangban.runtime.error.ErrorCode;
import bangban.runtime.error.PlatformException;
import bangban.web.paging.Paged;
import bangban.web.phrase.Phrases;
import bangban.web.problem.ProblemWriter;
import bangban.web.problem.RequestError;
import bangban.web.problem.RequestException;
import bangban.web.security.Caller;
import bangban.web.start.DataFolder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/** How far the caller's files are, and what becomes of them. Another's job does not exist. */
@RestController
@RequestMapping("/api/knowledge/jobs")
class JobsController {

    private final IngestJobs jobs;
    private final AuditLog audit;
    private final Path folder;

    JobsController(IngestJobs jobs, AuditLog audit, DataFolder data) {
        this.jobs = jobs;
        this.audit = audit;
        this.folder = data.root();
    }

    /** @param file one file's id, null for all that failed */
    record Retry(@Nullable String file) {}

    @GetMapping
    Paged<JobJson> list(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal Caller caller,
            ServerWebExchange exchange) {
        IngestJob last = after == null
                ? null
                : jobs.find(after, caller.user())
                        .orElseThrow(() -> RequestException.invalid("after", Texts.shortened(after), "next"));
        Phrases phrases = phrases(exchange);
        return Paged.of(
                jobs.list(caller.user(), last, Paged.limit(limit) + 1),
                limit,
                IngestJob::id,
                job -> JobJson.of(job, phrases, folder));
    }

    @GetMapping("/{id}")
    JobJson job(@PathVariable String id, @AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        return JobJson.of(own(id, caller), phrases(exchange), folder);
    }

    @GetMapping("/{id}/files")
    Paged<JobFileJson> files(
            @PathVariable String id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String status,
            @AuthenticationPrincipal Caller caller,
            ServerWebExchange exchange) {
        Phrases phrases = phrases(exchange);
        return Paged.of(
                jobs.files(own(id, caller), position(after), Paged.limit(limit) + 1, statuses(status)),
                limit,
                file -> Long.toString(file.accepted()),
                file -> JobFileJson.of(file, phrases, folder));
    }

    private static long position(@Nullable String after) {
        try {
            return after == null ? 0 : Long.parseLong(after);
        } catch (NumberFormatException e) {
            throw RequestException.invalid("after", Texts.shortened(String.valueOf(after)), "next");
        }
    }

    private static Set<JobFile.Status> statuses(@Nullable String status) {
        try {
            return status == null ? Set.of() : Set.of(JobFile.Status.valueOf(status.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            String allowed = Arrays.stream(JobFile.Status.values())
                    .map(one -> one.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            throw RequestException.invalid("status", Texts.shortened(String.valueOf(status)), allowed);
        }
    }

    /** Ends a job that goes on; what was added stays. Forgets one that has ended. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        IngestJob job = own(id, caller);
        jobs.cancel(job);
        audit.record(caller.user(), job.hasEnded() ? "job.forget" : "job.cancel", id, Texts.shortened(job.name()));
    }

    @PostMapping("/{id}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobJson retry(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Retry retry,
            @AuthenticationPrincipal Caller caller,
            ServerWebExchange exchange) {
        IngestJob job = own(id, caller);
        if (jobs.retry(job, retry == null ? null : retry.file()) == 0) {
            throw new RequestException(RequestError.NOTHING_TO_RETRY);
        }
        audit.record(caller.user(), "job.retry", id, Texts.shortened(job.name()));
        return job(id, caller, exchange);
    }

    private IngestJob own(String id, Caller caller) {
        return jobs.find(id, caller.user()).orElseThrow(() -> new PlatformException(ErrorCode.NOT_FOUND, "job " + id));
    }

    private static Phrases phrases(ServerWebExchange exchange) {
        return Phrases.of(ProblemWriter.locale(exchange));
    }
}
