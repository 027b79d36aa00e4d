package bangban.knowledge.ingest;

import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.chunk.Passage;
import bangban.knowledge.index.PassageIndex;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;

/** Keeps what was put, for good what was flushed; does not search. */
public final class InMemoryPassageIndex implements PassageIndex {

    public final Map<String, KnowledgeDocument> documents = new ConcurrentSkipListMap<>();
    public final Map<String, List<Passage>> passages = new ConcurrentSkipListMap<>();

    /** Called before and after each change and each flush, so that a test can end it all there. */
    Runnable atEachStep = () -> {};

    private Map<String, KnowledgeDocument> lastingDocuments = Map.of();
    private Map<String, List<Passage>> lastingPassages = Map.of();

    /** As after a loss of power: only what was flushed is still there. */
    void loseWhatWasNotFlushed() {
        documents.clear();
        documents.putAll(lastingDocuments);
        passages.clear();
        passages.putAll(lastingPassages);
    }

    private void step(Runnable change) {
        atEachStep.run();
        change.run();
        atEachStep.run();
    }

    public KnowledgeDocument document(String id) {
        return Objects.requireNonNull(documents.get(id), id);
    }

    @Override
    public void put(KnowledgeDocument document, List<Passage> put, List<float[]> vectors) {
        if (put.size() != vectors.size()) {
            throw new IllegalArgumentException(put.size() + " passages, " + vectors.size() + " vectors");
        }
        step(() -> {
            documents.put(document.id(), document);
            passages.put(document.id(), put);
        });
    }

    @Override
    public void update(KnowledgeDocument document) {
        step(() -> documents.replace(document.id(), document));
    }

    @Override
    public void delete(String documentId) {
        step(() -> {
            documents.remove(documentId);
            passages.remove(documentId);
        });
    }

    @Override
    public void flush() {
        step(() -> {
            lastingDocuments = Map.copyOf(documents);
            lastingPassages = Map.copyOf(passages);
        });
    }

    @Override
    public List<Hit> byWords(WordQuery query, Filter filter, int k) {
        return List.of();
    }

    @Override
    public List<Hit> byMeaning(float[] vector, Filter filter, int k) {
        return List.of();
    }

    @Override
    public List<Passage> neighbours(String documentId, int from, int to, Filter filter) {
        return List.of();
    }

    @Override
    public List<float[]> vectors(List<Passage> found) {
        return List.of();
    }

    @Override
    public List<Double> rarities(List<String> pairs) {
        return List.of();
    }

    @Override
    public int documents(Filter filter) {
        return documents.size();
    }

    @Override
    public void close() {}
}
