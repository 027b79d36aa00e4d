package bangban.agents.policy;

import bangban.knowledge.catalog.DocumentCatalog;
import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.ingest.Ingestion;
import bangban.knowledge.place.Reader;
import bangban.knowledge.retrieve.FoundPassage;
import bangban.knowledge.retrieve.Retriever;
import bangban.knowledge.retrieve.SearchRequest;
import bangban.knowledge.retrieve.SearchResult;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** The library as the knowledge base's retriever finds it. */
@Component
final class IndexedLibrary implements PolicyLibrary {

    private static final int PASSAGES = 24;

    private final Retriever retriever;
    private final DocumentCatalog catalog;
    private final Ingestion ingestion;

    IndexedLibrary(Retriever retriever, DocumentCatalog catalog, Ingestion ingestion) {
        this.retriever = retriever;
        this.catalog = catalog;
        this.ingestion = ingestion;
    }

    @Override
    public Found search(String query, LocalDate day, Reader reader) {
        return found(new SearchRequest(query, day, PASSAGES), reader);
    }

    @Override
    public Found searchIn(Set<String> documents, String query, Reader reader) {
        return documents.isEmpty()
                ? new Found(List.of(), 0)
                : found(new SearchRequest(query, null, PASSAGES, documents, Set.of(), Set.of()), reader);
    }

    @Override
    public List<OutlinedDocument> outlined(List<String> documents, Reader reader) {
        Map<String, KnowledgeDocument> readable = catalog.documents(documents, reader);
        return documents.stream()
                .flatMap(id -> Optional.ofNullable(readable.get(id)).stream())
                .flatMap(document ->
                        ingestion
                                .outline(document.id())
                                .map(outline -> new OutlinedDocument(document, outline))
                                .stream())
                .toList();
    }

    private Found found(SearchRequest request, Reader reader) {
        SearchResult result = retriever.search(request, reader);
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
