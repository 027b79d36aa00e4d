package bangban.web.knowledge;

import bangban.knowledge.catalog.DocumentCatalog;
import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.chunk.Passage;
import bangban.knowledge.place.Reader;
import bangban.knowledge.retrieve.FoundPassage;
import bangban.knowledge.retrieve.Retriever;
import bangban.knowledge.retrieve.SearchRequest;
import bangban.knowledge.retrieve.SearchResult;
import bangban.runtime.audit.AuditLog;
import bangban.runtime.turn.QuestionText;
import bangban.web.platform.Readers;
import bangban.web.problem.RequestException;
import bangban.web.security.Caller;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Passages without an answer around them. */
@RestController
class SearchController {

    private static final int MOST = 100;

    private final Retriever retriever;
    private final DocumentCatalog catalog;
    private final AuditLog audit;
    private final Clock clock;

    SearchController(Retriever retriever, DocumentCatalog catalog, AuditLog audit, Clock clock) {
        this.retriever = retriever;
        this.catalog = catalog;
        this.audit = audit;
        this.clock = clock;
    }

    record FoundJson(
            String documentId,
            String file,
            String title,
            @Nullable String version,
            @Nullable Integer page,
            String clause,
            List<String> path,
            int start,
            int end,
            String text,
            double score) {}

    record SearchedJson(int documents, int passages) {}

    record SearchJson(List<FoundJson> items, SearchedJson searched, long tookMs) {}

    @GetMapping("/api/knowledge/search")
    SearchJson search(
            @RequestParam String q,
            @RequestParam(defaultValue = "10") int k,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @AuthenticationPrincipal Caller caller) {
        if (k < 1 || k > MOST) {
            throw RequestException.invalid("k", k, "1 – " + MOST);
        }
        String sought = QuestionText.clean(q);
        LocalDate day = asOf == null ? LocalDate.now(clock) : asOf;
        Reader reader = Readers.of(caller.principal());
        SearchResult result = retriever.search(new SearchRequest(sought, day, k), reader);
        audit.record(caller.user(), "search", "knowledge", Texts.shortened(sought));
        return json(result, reader);
    }

    private SearchJson json(SearchResult result, Reader reader) {
        List<String> ids = result.passages().stream()
                .map(FoundPassage::documentId)
                .distinct()
                .toList();
        // index and catalogue must agree that the reader may see it, should a crash have left one behind the other
        Map<String, KnowledgeDocument> documents = catalog.documents(ids, reader);
        List<FoundJson> items = result.passages().stream()
                .filter(found -> documents.containsKey(found.documentId()))
                .map(found -> json(found, documents))
                .toList();
        return new SearchJson(
                items,
                new SearchedJson(result.documentsSearched(), result.candidates()),
                result.took().toMillis());
    }

    private static FoundJson json(FoundPassage found, Map<String, KnowledgeDocument> documents) {
        Passage passage = found.passage();
        KnowledgeDocument document = documents.get(found.documentId());
        if (document == null) {
            throw new IllegalStateException("filtered before");
        }
        return new FoundJson(
                passage.documentId(),
                document.file(),
                document.title(),
                document.version(),
                passage.page(),
                passage.clause(),
                passage.path(),
                passage.start(),
                passage.end(),
                passage.text(),
                found.score());
    }
}
