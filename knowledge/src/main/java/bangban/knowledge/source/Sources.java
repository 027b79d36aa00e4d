package bangban.knowledge.source;

import bangban.knowledge.catalog.CatalogEntry;
import bangban.knowledge.catalog.DocumentCatalog;
import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.crawl.CrawlScope;
import bangban.knowledge.ingest.Ingestion;
import bangban.knowledge.place.Place;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;

/** The sources and what is known of them. */
public final class Sources {

    private final SourceStore sources;
    private final RunStore runs;
    private final PageStore pages;
    private final DocumentCatalog catalog;
    private final Ingestion ingestion;
    private final InstantSource clock;

    public Sources(DataSource database, DocumentCatalog catalog, Ingestion ingestion, InstantSource clock) {
        this.sources = new SourceStore(database);
        this.runs = new RunStore(database);
        this.pages = new PageStore(database);
        this.catalog = catalog;
        this.ingestion = ingestion;
        this.clock = clock;
    }

    /** The first scheduled run is due when its interval is over. */
    public WebSource add(CrawlScope scope, Schedule schedule, Place place) {
        Instant now = clock.instant();
        WebSource source = new WebSource(UUID.randomUUID().toString(), scope, schedule, place, now, schedule.next(now));
        sources.add(source);
        return source;
    }

    /** What counts from the next run on. A new schedule begins with its first interval. */
    public WebSource change(WebSource source, CrawlScope scope, Schedule schedule) {
        Instant next = schedule == source.schedule() ? source.nextRunAt() : schedule.next(clock.instant());
        WebSource changed = new WebSource(source.id(), scope, schedule, source.place(), source.createdAt(), next);
        sources.change(changed);
        return changed;
    }

    public Optional<WebSource> find(String id) {
        return sources.find(id);
    }

    /** All of them, the newest first. */
    public List<WebSource> list() {
        return sources.list();
    }

    /** How many pages are kept as documents. */
    public int pages(String id) {
        return pages.count(id);
    }

    /** The runs of a source, the newest first. */
    public List<SourceRun> runs(String id, int limit) {
        return runs.list(id, limit);
    }

    public Optional<SourceRun> run(String runId) {
        return runs.find(runId);
    }

    /** In the order in which they came; of a run that fails more than 500 times the first 500. */
    public List<RunFailure> failures(String runId) {
        return runs.failures(runId);
    }

    /**
     * Deletes the source. Documents that another source holds as well stay in any case.
     *
     * @param documents which of the pages that were kept are deleted, too
     * @return false where a run is under way; nothing is deleted then
     */
    public boolean delete(String id, Predicate<KnowledgeDocument> documents) {
        if (!sources.occupyForDeletion(id)) {
            return false;
        }
        try {
            pages.list(id)
                    .forEach(row -> pages.remove(id, row.page().url())
                            .flatMap(catalog::entry)
                            .map(CatalogEntry::document)
                            .filter(documents)
                            .ifPresent(document -> ingestion.delete(document.id())));
            sources.delete(id);
        } finally {
            sources.release(id);
        }
        return true;
    }
}
