package bangban.bench.permissions;

import bangban.knowledge.catalog.DocumentCatalog;
import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.chunk.Passage;
import bangban.knowledge.cite.Citation;
import bangban.knowledge.cite.Citer;
import bangban.knowledge.index.PassageIndex.Filter;
import bangban.knowledge.index.PassageIndex.Hit;
import bangban.knowledge.index.PassageIndex.WordQuery;
import bangban.knowledge.place.Reader;
import bangban.knowledge.retrieve.FoundPassage;
import bangban.knowledge.retrieve.SearchRequest;
import bangban.knowledge.retrieve.SearchResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One reader at every place where the knowledge base shows documents, or counts them. */
final class ReaderCase {

    static final String QUESTION = "审批";
    private static final int PAGE = 15;

    private final Library library;
    private final Filter filter;
    private final Reader reader;
    private final Tally tally;
    private final Set<String> searchable;
    private final Set<String> readable;

    ReaderCase(Library library, Filter filter, Tally tally) {
        this.library = library;
        this.filter = filter;
        this.reader = filter.reader();
        this.tally = tally;
        this.searchable = ids(known -> known.passes(filter));
        this.readable = ids(known -> known.isShown(reader));
    }

    private Set<String> ids(Predicate<Known> shown) {
        return library.known.values().stream().filter(shown).map(Known::id).collect(Collectors.toSet());
    }

    void check() {
        int before = tally.faults();
        search();
        retrieve();
        neighbours();
        lists();
        documents();
        tally.end(before);
    }

    private String where(String surface) {
        return surface + " for " + filter;
    }

    private void search() {
        int all = library.known.size() * Known.PASSAGES + 1;
        List<Hit> words = library.index.byWords(new WordQuery(QUESTION), filter, all);
        List<Hit> meaning = library.index.byMeaning(library.encoder.encode(QUESTION), filter, all);
        tally.compare(where("words"), documentsOf(words), searchable);
        tally.compare(where("meaning"), documentsOf(meaning), searchable);
        tally.compare(where("passages by words"), words.size(), searchable.size() * Known.PASSAGES);
        tally.compare(where("passages by meaning"), meaning.size(), searchable.size() * Known.PASSAGES);
        tally.compare(where("documents of the index"), library.index.documents(filter), searchable.size());
    }

    private static List<String> documentsOf(List<Hit> hits) {
        return hits.stream().map(hit -> hit.passage().documentId()).toList();
    }

    private void retrieve() {
        SearchResult result = library.retriever.search(
                new SearchRequest(
                        QUESTION,
                        filter.asOf(),
                        library.known.size() * Known.PASSAGES + 1,
                        filter.documentIds(),
                        filter.domains(),
                        filter.tags()),
                reader);
        tally.compare(
                where("the retriever"),
                result.passages().stream().map(FoundPassage::documentId).toList(),
                searchable);
        tally.compare(where("documents searched"), result.documentsSearched(), searchable.size());
        tally.compare(where("passages looked at"), result.candidates(), searchable.size() * Known.PASSAGES);
        tally.compare(where("citations"), cited(result), searchable);
    }

    /** The document of each citation, or its title where that is not the one it had when it was cited. */
    private List<String> cited(SearchResult result) {
        List<String> ids = result.passages().stream()
                .map(FoundPassage::documentId)
                .distinct()
                .toList();
        Map<String, KnowledgeDocument> documents = library.catalog.documents(ids, reader);
        List<String> cited = new ArrayList<>();
        for (FoundPassage found : result.passages()) {
            KnowledgeDocument document = documents.get(found.documentId());
            if (document != null) {
                Citation citation = Citer.cite(document, found.passage());
                Known known = library.known.get(citation.documentId());
                boolean right = known != null && known.title().equals(citation.title());
                cited.add(right ? citation.documentId() : citation.title());
            }
        }
        return cited;
    }

    private void neighbours() {
        List<String> shown = new ArrayList<>();
        for (String id : library.known.keySet()) {
            List<Passage> passages = library.index.neighbours(id, 0, Known.PASSAGES, filter);
            passages.forEach(passage -> shown.add(passage.documentId()));
        }
        tally.compare(where("neighbours"), shown, searchable);
    }

    private void lists() {
        List<String> listed = new ArrayList<>();
        String after = null;
        DocumentCatalog.Page page;
        do {
            page = page(after, false);
            tally.compare(where("the list's total"), page.total(), readable.size());
            page.documents().forEach(document -> listed.add(document.id()));
            after = page.documents().isEmpty()
                    ? null
                    : page.documents().getLast().id();
        } while (after != null);
        tally.compare(where("the list"), listed, readable);
        Set<String> byShare = ids(known -> reader.readsByShare(known.place()));
        if (byShare.size() <= PAGE) {
            tally.compare(
                    where("the list of what is shared"),
                    page(null, true).documents().stream()
                            .map(KnowledgeDocument::id)
                            .toList(),
                    byShare);
        }
    }

    private DocumentCatalog.Page page(@Nullable String after, boolean shared) {
        return library.catalog.list(new DocumentCatalog.Query(reader, "规定", "", after, PAGE, shared));
    }

    /** The way to the page, the original and the shares of a document, and to its name as an older version. */
    private void documents() {
        List<String> found = library.known.keySet().stream()
                .filter(id -> library.catalog.find(id, reader).isPresent())
                .toList();
        tally.compare(where("documents by id"), found, readable);
        tally.compare(
                where("documents by ids"),
                library.catalog.documents(library.known.keySet(), reader).keySet(),
                readable);
    }
}
