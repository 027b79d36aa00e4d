package bangban.agents.policy;

import bangban.knowledge.catalog.DocumentCatalog;
import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.place.Reader;
import bangban.knowledge.retrieve.FoundPassage;
import bangban.knowledge.retrieve.Retriever;
import bangban.knowledge.retrieve.SearchRequest;
import bangban.knowledge.retrieve.SearchResult;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** The library as the knowledge base's retriever finds it. */
@Component
final class IndexedLibrary implements PolicyLibrary {

    private static final int PASSAGES = 24;

    private final Retriever retriever;
    private final DocumentCatalog catalog;

    IndexedLibrary(Retriever retriever, DocumentCatalog catalog) {
        this.retriever = retriever;
        this.catalog = catalog;
    }

    @Override
    public Found search(String query, LocalDate day, Reader reader) {
        SearchResult result = retriever.search(new SearchRequest(query, day, PASSAGES), reader);
        Map<String, KnowledgeDocument> documents = catalog.documents(
                result.passages().stream()
                        .map(FoundPassage::documentId)
                        .distinct()
                        .toList(),
                reader);
        List<FoundText> texts = new ArrayList<>();
        for (FoundPassage found : result.passages()) {
            KnowledgeDocument document = documents.get(found.documentId());
            // one that was deleted or closed to the reader since the search is not told any more
            if (document != null) {
                texts.add(new FoundText(document, found.passage(), found.score(), found.cosine()));
            }
        }
        return new Found(texts, result.documentsSearched());
    }

    @Override
    public ToDoubleFunction<String> coverage(String of) {
        return retriever.coverage(of)::of;
    }
}
