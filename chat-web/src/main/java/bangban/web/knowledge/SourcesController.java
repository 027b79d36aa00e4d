package bangban.web.knowledge;

import bangban.knowledge.crawl.CrawlScope;
import bangban.knowledge.fetch.FetchException;
import bangban.knowledge.fetch.WebFetcher;
import bangban.knowledge.place.Place;
import bangban.knowledge.source.Schedule;
import bangban.knowledge.source.SourceRun;
import bangban.knowledge.source.SourceRuns;
import bangban.knowledge.source.Sources;
import bangban.knowledge.source.WebSource;
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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/** Web sources of the places that the caller may add to. Others do not exist for them. */
@RestController
@RequestMapping("/api/knowledge/sources")
class SourcesController {

    private static final Logger LOG = LoggerFactory.getLogger(SourcesController.class);

    private final Sources sources;
    private final SourceRuns runs;
    private final WebFetcher fetcher;
    private final AuditLog audit;
    private final Path folder;

    SourcesController(Sources sources, SourceRuns runs, WebFetcher fetcher, AuditLog audit, DataFolder data) {
        this.sources = sources;
        this.runs = runs;
        this.fetcher = fetcher;
        this.audit = audit;
        this.folder = data.root();
    }

    @GetMapping
    Paged<SourceJson> list(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal Caller caller,
            ServerWebExchange exchange) {
        List<WebSource> all = sources.list().stream()
                .filter(source -> PlaceRights.mayAdd(caller.principal(), source.place()))
                .toList();
        int from = after == null ? 0 : all.indexOf(source(after, caller)) + 1;
        List<WebSource> page =
                all.stream().skip(from).limit(Paged.limit(limit) + 1L).toList();
        Phrases phrases = Phrases.of(ProblemWriter.locale(exchange));
        return Paged.of(page, limit, WebSource::id, source -> json(source, phrases));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SourceJson add(
            @RequestBody SourceFields fields, @AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        check(String.valueOf(fields.url()));
        CrawlScope scope = fields.scope();
        Place place = fields.place(caller, scope.start());
        if (!PlaceRights.mayAdd(caller.principal(), place)) {
            throw new PlatformException(ErrorCode.FORBIDDEN, caller + " may not add to " + place);
        }
        WebSource source = sources.add(scope, fields.schedule(Schedule.NONE), place);
        audit(
                caller,
                "source.add",
                source,
                place.tier() + " " + place.org() + " " + place.clearance().label());
        runs.start(source, caller.user());
        return json(source, Phrases.of(ProblemWriter.locale(exchange)));
    }

    /** Tells at once what every run would be refused for. */
    private void check(String url) {
        try {
            fetcher.check(url);
        } catch (FetchException e) {
            LOG.info("the web source {} was refused: {}", Texts.shortened(url), e.getMessage());
            throw WebFailure.refused(e);
        }
    }

    @GetMapping("/{id}")
    SourceJson get(@PathVariable String id, @AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        return json(source(id, caller), Phrases.of(ProblemWriter.locale(exchange)));
    }

    @PatchMapping("/{id}")
    SourceJson change(
            @PathVariable String id,
            @RequestBody SourceFields fields,
            @AuthenticationPrincipal Caller caller,
            ServerWebExchange exchange) {
        WebSource source = source(id, caller);
        WebSource changed = sources.change(source, fields.changed(source.scope()), fields.schedule(source.schedule()));
        audit(caller, "source.change", changed, "");
        return json(changed, Phrases.of(ProblemWriter.locale(exchange)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean documents,
            @AuthenticationPrincipal Caller caller) {
        WebSource source = source(id, caller);
        if (!sources.delete(
                id,
                document ->
                        documents && PlaceRights.mayChange(caller.principal(), document.place(), document.place()))) {
            throw new RequestException(RequestError.SOURCE_BUSY);
        }
        audit(caller, "source.delete", source, documents ? "with documents" : "");
    }

    @GetMapping("/{id}/runs")
    Paged<RunJson> runs(@PathVariable String id, @AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        Phrases phrases = Phrases.of(ProblemWriter.locale(exchange));
        List<SourceRun> kept = sources.runs(source(id, caller).id(), Integer.MAX_VALUE);
        return new Paged<>(
                kept.stream().map(run -> RunJson.of(run, phrases, folder)).toList(), null);
    }

    @PostMapping("/{id}/runs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    RunJson start(@PathVariable String id, @AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        WebSource source = source(id, caller);
        SourceRun run =
                runs.start(source, caller.user()).orElseThrow(() -> new RequestException(RequestError.SOURCE_BUSY));
        audit(caller, "source.run", source, "");
        return RunJson.of(run, Phrases.of(ProblemWriter.locale(exchange)), folder);
    }

    @GetMapping("/{id}/runs/{run}")
    RunJson.DetailJson run(
            @PathVariable String id,
            @PathVariable String run,
            @AuthenticationPrincipal Caller caller,
            ServerWebExchange exchange) {
        Phrases phrases = Phrases.of(ProblemWriter.locale(exchange));
        SourceRun found = run(source(id, caller), run);
        return new RunJson.DetailJson(
                RunJson.of(found, phrases, folder),
                sources.failures(run).stream()
                        .map(failure -> RunJson.FailureJson.of(failure, phrases, folder))
                        .toList());
    }

    @PostMapping("/{id}/runs/{run}/stop")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stop(@PathVariable String id, @PathVariable String run, @AuthenticationPrincipal Caller caller) {
        WebSource source = source(id, caller);
        runs.stop(run(source, run).id());
        audit(caller, "source.stop", source, "");
    }

    private SourceRun run(WebSource source, String id) {
        return sources.run(id)
                .filter(run -> run.sourceId().equals(source.id()))
                .orElseThrow(() -> new PlatformException(ErrorCode.NOT_FOUND, "run " + id));
    }

    private WebSource source(String id, Caller caller) {
        return sources.find(id)
                .filter(source -> PlaceRights.mayAdd(caller.principal(), source.place()))
                .orElseThrow(() -> new PlatformException(ErrorCode.NOT_FOUND, "source " + id));
    }

    private SourceJson json(WebSource source, Phrases phrases) {
        RunJson last = sources.runs(source.id(), 1).stream()
                .findFirst()
                .map(run -> RunJson.of(run, phrases, folder))
                .orElse(null);
        return SourceJson.of(source, sources.pages(source.id()), last);
    }

    private void audit(Caller caller, String action, WebSource source, String detail) {
        audit.record(caller.user(), action, Texts.shortened(source.scope().start()), detail);
    }
}
