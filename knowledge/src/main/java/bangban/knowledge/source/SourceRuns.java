package bangban.knowledge.source;

import bangban.knowledge.catalog.DocumentCatalog;
import bangban.knowledge.catalog.OriginalStore;
import bangban.knowledge.crawl.Crawler;
import bangban.knowledge.crawl.StopSignal;
import bangban.knowledge.fetch.FetchException;
import bangban.knowledge.ingest.FailureReason;
import bangban.knowledge.ingest.Ingestion;
import bangban.knowledge.source.SourceRun.Status;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Walks sources in the background, each on a virtual thread, a few at once. Progress stands in the database; a run that a restart cut off
 * is INTERRUPTED, and the next one does what was left.
 */
public final class SourceRuns implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SourceRuns.class);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int AT_ONCE = 3;

    private final Ingestion ingestion;
    private final DocumentCatalog catalog;
    private final OriginalStore originals;
    private final Crawler crawler;
    private final OwnerRights rights;
    private final InstantSource clock;
    private final SourceStore sources;
    private final RunStore runs;
    private final PageStore pages;
    private final Map<String, StopSignal> signals = new ConcurrentHashMap<>();
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("source-", 0).factory());

    /** @param rights of the owners of sources, at the time of each run */
    public SourceRuns(
            Ingestion ingestion,
            DocumentCatalog catalog,
            OriginalStore originals,
            Crawler crawler,
            DataSource database,
            OwnerRights rights,
            InstantSource clock) {
        this.ingestion = ingestion;
        this.catalog = catalog;
        this.originals = originals;
        this.crawler = crawler;
        this.rights = rights;
        this.clock = clock;
        this.sources = new SourceStore(database);
        this.runs = new RunStore(database);
        this.pages = new PageStore(database);
        runs.interruptOpen(clock.instant());
        sources.releaseAll();
    }

    /**
     * Starts a run, which waits where enough others are under way.
     *
     * @param user null for the schedule
     * @return empty where the source is busy
     */
    public Optional<SourceRun> start(WebSource source, @Nullable String user) {
        SourceRun run = SourceRun.started(UUID.randomUUID().toString(), source.id(), user, clock.instant());
        if (!sources.occupy(source.id(), run.id())) {
            return Optional.empty();
        }
        runs.add(run);
        StopSignal stop = new StopSignal();
        signals.put(run.id(), stop);
        threads.execute(() -> run(source, run, stop));
        return Optional.of(run);
    }

    /** Ends a run at its next page; what it did stays. One that has ended stays as it is. */
    public void stop(String runId) {
        StopSignal signal = signals.get(runId);
        if (signal != null) {
            signal.stop();
        }
    }

    /** Starts what is due. Any process may ask at any time: a due run is started once. */
    public void startDue() {
        Instant now = clock.instant();
        for (WebSource due : sources.due(now)) {
            if (sources.putOff(due, now)) {
                start(due, null);
            }
        }
    }

    private void run(WebSource source, SourceRun run, StopSignal stop) {
        SourceRun ended = end(source, run, stop);
        signals.remove(run.id());
        // whoever sees that the run has ended may change or delete its source
        sources.release(source.id());
        runs.update(ended);
    }

    private SourceRun end(WebSource source, SourceRun run, StopSignal stop) {
        try {
            String day = LocalDate.ofInstant(run.startedAt(), ZONE).toString();
            PageKeeper keeper = new PageKeeper(source, day, pages, ingestion, catalog, originals, rights);
            return walk(source, keeper, new RunProgress(run, keeper, runs), stop);
        } catch (RuntimeException e) { // the edge: nobody waits for this thread
            LOG.error("a run of {} failed", source.scope().start(), e);
            SourceRun now = runs.find(run.id()).orElse(run);
            return now.failed(FailureReason.of(e), List.of(), clock.instant());
        }
    }

    private SourceRun walk(WebSource source, PageKeeper keeper, RunProgress progress, StopSignal stop) {
        String owner = source.place().owner();
        if (rights.clearance(owner, source.place()).isEmpty()) {
            return progress.run().failed(SourceRun.FORBIDDEN, List.of(owner), clock.instant());
        }
        try {
            stop.acquire(room);
            try {
                crawler.crawl(source.scope(), keeper, progress, stop);
            } finally {
                room.release();
            }
            return progress.run().ended(Status.DONE, clock.instant());
        } catch (InterruptedException e) {
            Status end = threads.isShutdown() ? Status.INTERRUPTED : Status.STOPPED;
            return progress.run().ended(end, clock.instant());
        } catch (FetchException e) {
            LOG.info("a run of {} failed: {}", source.scope().start(), e.getMessage());
            return progress.run().failed(e.reason().name(), e.arguments(), clock.instant());
        }
    }

    /** Ends all runs at their next page and waits for them, so that nothing is written after it returns. */
    @Override
    public void close() {
        threads.shutdown();
        signals.values().forEach(StopSignal::stop);
        threads.close();
    }
}
