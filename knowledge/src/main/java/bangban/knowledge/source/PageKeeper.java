package bangban.knowledge.source;

import bangban.knowledge.catalog.DocumentCatalog;
import bangban.knowledge.catalog.Format;
import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.catalog.OriginalStore;
import bangban.knowledge.crawl.KnownPage;
import bangban.knowledge.crawl.KnownPages;
import bangban.knowledge.crawl.PageVisit.Found;
import bangban.knowledge.ingest.FieldTooLongException;
import bangban.knowledge.ingest.Ingestion;
import bangban.knowledge.ingest.NewDocument;
import bangban.knowledge.ingest.Progress;
import bangban.knowledge.parse.ParseException;
import bangban.knowledge.parse.SourceFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pages of one source as documents. A page whose document somebody deleted by hand counts as new. */
final class PageKeeper implements KnownPages {

    private final WebSource source;
    private final String day;
    private final PageStore store;
    private final Ingestion ingestion;
    private final OriginalStore originals;
    private final Map<String, PageStore.Row> rows = new LinkedHashMap<>();
    private final Map<String, KnowledgeDocument> documents;

    /** @param day on which the pages are got, which is the version of the documents */
    PageKeeper(
            WebSource source,
            String day,
            PageStore store,
            Ingestion ingestion,
            DocumentCatalog catalog,
            OriginalStore originals) {
        this.source = source;
        this.day = day;
        this.store = store;
        this.ingestion = ingestion;
        this.originals = originals;
        List<PageStore.Row> all = store.list(source.id());
        documents =
                catalog.documents(all.stream().map(PageStore.Row::documentId).toList());
        all.stream()
                .filter(row -> documents.containsKey(row.documentId()))
                .forEach(row -> rows.put(row.page().url(), row));
    }

    @Override
    public List<KnownPage> all() {
        return rows.values().stream().map(PageStore.Row::page).toList();
    }

    @Override
    public Optional<byte[]> copy(String url) {
        return Optional.ofNullable(rows.get(url))
                .map(row -> documents.get(row.documentId()))
                .filter(document -> document.format() == Format.HTML)
                .flatMap(document -> originals.read(document.id(), OriginalStore.Part.ORIGINAL));
    }

    Ingestion.Outcome add(Found found) throws ParseException, FieldTooLongException {
        NewDocument document = new NewDocument(found.url(), null, source.place(), null, null, day, null);
        Ingestion.Added added = ingestion.add(document, new SourceFile(found.fileName(), found.bytes()), Progress.NONE);
        store.put(source.id(), found.page(), added.document().id());
        return added.outcome();
    }

    void keep(KnownPage page) {
        PageStore.Row row = rows.get(page.url());
        if (row != null && !row.page().equals(page)) {
            store.put(source.id(), page, row.documentId());
        }
    }

    void delete(String url) {
        store.remove(source.id(), url).ifPresent(ingestion::delete);
    }
}
