package bangban.knowledge.index;

import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.chunk.Passage;
import bangban.language.analyze.TermAnalyzer;
import bangban.language.encode.TextEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The index of the present encoder and analysis. One written with others is moved aside and still found in, until each of its documents
 * was put anew: a document is in one of the two, what is of different encoders is never compared, and what was put anew is the present
 * analysis's only. The folder of the outgoing index is there as long as this is not finished, so a process that dies begins again.
 */
public final class RenewableIndex implements PassageIndex {

    private final TermAnalyzer analyzer;
    private final IndexVersion present;
    private final int dimensions;
    private final IndexFolder outgoingFolder;
    private final LucenePassageIndex fresh;
    /** Read by everyone, written where the outgoing index comes or goes. */
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    private @Nullable LucenePassageIndex outgoing;

    /**
     * Opens or creates. An outgoing index is kept beside the folder, under its name with {@code -old}.
     *
     * @throws UncheckedIOException where the folder cannot be written or another process holds it
     */
    public RenewableIndex(Path folder, TermAnalyzer analyzer, TextEncoder encoder) {
        this(folder, analyzer, new IndexVersion(encoder.version(), TermAnalyzer.VERSION), encoder.dimensions());
    }

    RenewableIndex(Path folder, TermAnalyzer analyzer, IndexVersion present, int dimensions) {
        this.analyzer = analyzer;
        this.present = present;
        this.dimensions = dimensions;
        outgoingFolder = new IndexFolder(folder.resolveSibling(folder.getFileName() + "-old"));
        fresh = present(new IndexFolder(folder));
        if (outgoingFolder.exists()) {
            outgoing = readableOutgoing();
        }
    }

    private LucenePassageIndex present(IndexFolder folder) {
        LucenePassageIndex found = folder.openReadable(analyzer, present).orElse(null);
        if (found != null && (found.version().isNone() || found.version().equals(present))) {
            return found;
        }
        close(found);
        if (found != null && !outgoingFolder.exists()) {
            folder.moveTo(outgoingFolder);
        } else {
            outgoingFolder.create();
            folder.delete();
        }
        return folder.open(analyzer, present);
    }

    private LucenePassageIndex readableOutgoing() {
        return outgoingFolder.openReadable(analyzer, present).orElseGet(() -> {
            outgoingFolder.delete();
            return outgoingFolder.open(analyzer, present);
        });
    }

    /** True until every document was put anew and {@link #renewed} was called. */
    public boolean isRenewing() {
        return reading(() -> outgoing != null);
    }

    /** True where nothing was ever put; with documents in the catalogue, the index was lost. */
    public boolean isNew() {
        return fresh.version().isNone();
    }

    /** Begins to write everything anew; does nothing where that has begun. */
    public void renew() {
        writing(() -> {
            if (outgoing == null) {
                outgoing = outgoingFolder.open(analyzer, present);
            }
        });
    }

    /** Every document was put anew: the outgoing index goes. */
    public void renewed() {
        fresh.flush();
        writing(() -> {
            close(outgoing);
            outgoing = null;
            outgoingFolder.delete();
        });
    }

    @Override
    public void put(KnowledgeDocument document, List<Passage> passages, List<float[]> vectors) {
        onBoth(index -> index.put(document, passages, vectors), index -> index.delete(document.id()));
    }

    @Override
    public void update(KnowledgeDocument document) {
        onBoth(index -> index.update(document), index -> index.update(document));
    }

    @Override
    public void delete(String documentId) {
        onBoth(index -> index.delete(documentId), index -> index.delete(documentId));
    }

    @Override
    public void flush() {
        onBoth(PassageIndex::flush, PassageIndex::flush);
    }

    private void onBoth(Change onFresh, Change onOutgoing) {
        reading(() -> {
            onFresh.make(fresh);
            if (outgoing != null) {
                onOutgoing.make(outgoing);
            }
            return true;
        });
    }

    @Override
    public List<Hit> byWords(WordQuery query, Filter filter, int k) {
        return reading(() -> best(outgoing, index -> index.byWords(query, filter, k), k));
    }

    @Override
    public List<Hit> byMeaning(float[] vector, Filter filter, int k) {
        return reading(() -> best(comparable(), index -> index.byMeaning(vector, filter, k), k));
    }

    /** Scores by words are BM25 over each index alone, which is near enough for as long as there are two. */
    private List<Hit> best(@Nullable LucenePassageIndex old, Function<PassageIndex, List<Hit>> search, int k) {
        if (old == null) {
            return search.apply(fresh);
        }
        // The outgoing one first: what is taken out of it meanwhile is in the fresh one by then.
        Map<String, Hit> hits = new LinkedHashMap<>();
        search.apply(old).forEach(hit -> hits.put(hit.passage().id(), hit));
        search.apply(fresh).forEach(hit -> hits.put(hit.passage().id(), hit));
        return hits.values().stream()
                .sorted(Comparator.comparingDouble(Hit::score).reversed())
                .limit(k)
                .toList();
    }

    /** The outgoing index where its vectors are the present encoder's. */
    private @Nullable LucenePassageIndex comparable() {
        LucenePassageIndex old = outgoing;
        return old != null && old.version().encoder().equals(present.encoder()) ? old : null;
    }

    @Override
    public List<Passage> neighbours(String documentId, int from, int to, Filter filter) {
        return reading(() -> {
            List<Passage> old = outgoing == null ? List.of() : outgoing.neighbours(documentId, from, to, filter);
            List<Passage> found = fresh.neighbours(documentId, from, to, filter);
            return found.isEmpty() ? old : found;
        });
    }

    @Override
    public List<float[]> vectors(List<Passage> passages) {
        Map<String, float[]> found = reading(() -> {
            LucenePassageIndex old = comparable();
            Map<String, float[]> both = new HashMap<>(old == null ? Map.of() : old.vectorsById(passages));
            both.putAll(fresh.vectorsById(passages));
            return both;
        });
        return passages.stream()
                .map(passage -> found.getOrDefault(passage.id(), new float[dimensions]))
                .toList();
    }

    @Override
    public List<Double> rarities(List<String> pairs) {
        return reading(() -> {
            PairCounts counts = fresh.counts(pairs);
            return (outgoing == null ? counts : counts.plus(outgoing.counts(pairs))).rarities();
        });
    }

    @Override
    public int documents(Filter filter) {
        return reading(() -> fresh.documents(filter) + (outgoing == null ? 0 : outgoing.documents(filter)));
    }

    @Override
    public void close() {
        writing(() -> {
            close(outgoing);
            outgoing = null;
            close(fresh);
        });
    }

    private static void close(@Nullable LucenePassageIndex index) {
        try {
            if (index != null) {
                index.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T reading(Supplier<T> work) {
        lock.readLock().lock();
        try {
            return work.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    private void writing(Runnable work) {
        lock.writeLock().lock();
        try {
            work.run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private interface Change {
        void make(PassageIndex index);
    }
}
