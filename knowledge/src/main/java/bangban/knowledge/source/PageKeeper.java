package bangban.knowledge.source;

import bangban.config.organisation.Clearance;
import bangban.knowledge.catalog.CatalogEntry;
import bangban.knowledge.catalog.DocumentCatalog;
import bangban.knowledge.catalog.Format;
import bangban.knowledge.catalog.OriginalStore;
import bangban.knowledge.crawl.KnownPage;
import bangban.knowledge.crawl.KnownPages;
import bangban.knowledge.crawl.PageVisit.Found;
import bangban.knowledge.ingest.Ingestion;
import bangban.knowledge.ingest.NewDocument;
import bangban.knowledge.ingest.Progress;
import bangban.knowledge.parse.ParseException;
import bangban.knowledge.parse.SourceFile;
import bangban.knowledge.place.Place;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pages of one source as documents. What people have said since of where a page's document belongs and how long it is in force
 * stands, and the source's owner needs the right to change it there. A page whose document somebody deleted by hand counts as new.
 */
final class PageKeeper implements KnownPages {

    private final WebSource source;
    private final String day;
    private final PageStore store;
    private final Ingestion ingestion;
    private final DocumentCatalog catalog;
    private final OriginalStore originals;
    private final OwnerRights rights;
    private final Map<String, PageStore.Row> rows = new LinkedHashMap<>();

    /** @param day on which the pages are got, which is the version of the documents */
    PageKeeper(
            WebSource source,
            String day,
            PageStore store,
            Ingestion ingestion,
            DocumentCatalog catalog,
            OriginalStore originals,
            OwnerRights rights) {
        this.source = source;
        this.day = day;
        this.store = store;
        this.ingestion = ingestion;
        this.catalog = catalog;
        this.originals = originals;
        this.rights = rights;
        store.list(source.id()).stream()
                .filter(row -> catalog.entry(row.documentId()).isPresent())
                .forEach(row -> rows.put(row.page().url(), row));
    }

    /** Whose rights count. */
    String owner() {
        return source.place().owner();
    }

    @Override
    public List<KnownPage> all() {
        return rows.values().stream().map(PageStore.Row::page).toList();
    }

    @Override
    public Optional<byte[]> copy(String url) {
        return entry(url)
                .map(CatalogEntry::document)
                .filter(document -> document.format() == Format.HTML)
                .flatMap(document -> originals.read(document.id(), OriginalStore.Part.ORIGINAL));
    }

    Ingestion.Outcome add(Found found) throws ParseException, NotAllowedException {
        Optional<CatalogEntry> before = entry(found.url());
        Place place = before.map(entry -> entry.document().place()).orElse(source.place());
        LocalDate from = before.filter(CatalogEntry::fromGiven)
                .map(CatalogEntry::ownFrom)
                .orElse(null);
        LocalDate to = before.map(CatalogEntry::ownTo).orElse(null);
        NewDocument document = new NewDocument(found.url(), null, place, from, to, day, null);
        Ingestion.Added added = ingestion.add(
                document.replacingUpTo(ownersClearance(place)),
                new SourceFile(found.fileName(), found.bytes()),
                Progress.NONE);
        store.put(source.id(), found.page(), added.document().id());
        return added.outcome();
    }

    void keep(KnownPage page) {
        PageStore.Row row = rows.get(page.url());
        if (row != null && !row.page().equals(page)) {
            store.put(source.id(), page, row.documentId());
        }
    }

    void delete(String url) throws NotAllowedException {
        Optional<CatalogEntry> kept = entry(url);
        if (kept.isPresent()) {
            ownersClearance(kept.get().document().place());
        }
        store.remove(source.id(), url).ifPresent(ingestion::delete);
    }

    private Optional<CatalogEntry> entry(String url) {
        return Optional.ofNullable(rows.get(url)).flatMap(row -> catalog.entry(row.documentId()));
    }

    private Clearance ownersClearance(Place place) throws NotAllowedException {
        return rights.clearance(owner(), place).orElseThrow(NotAllowedException::new);
    }

    /** The source's owner may not change documents where this one is. */
    static final class NotAllowedException extends Exception {

        private static final long serialVersionUID = 1L;
    }
}
