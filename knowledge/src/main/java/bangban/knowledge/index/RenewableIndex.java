package bangban.knowledge.index;

import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.chunk.Passage;
import bangban.knowledge.index.IndexHome.Place;
import bangban.knowledge.index.ServerIndexException.Problem;
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
 * analysis's only. The outgoing index is there as long as this is not finished, so a process that dies begins again.
 */
public final class RenewableIndex implements PassageIndex {

    private final IndexHome home;
    private final IndexVersion present;
    private final int dimensions;
    /** Read by everyone, written where the outgoing index comes or goes. */
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    private final VersionedIndex fresh;
    private volatile @Nullable VersionedIndex outgoing;

    /**
     * Opens or creates the embedded index. An outgoing index is kept beside the folder, under its name with {@code -old}.
     *
     * @throws UncheckedIOException where the folder cannot be written or another process holds it
     */
    public RenewableIndex(Path folder, TermAnalyzer analyzer, TextEncoder encoder) {
        this(folder, analyzer, new IndexVersion(encoder.version(), TermAnalyzer.VERSION), encoder.dimensions());
    }

    RenewableIndex(Path folder, TermAnalyzer analyzer, IndexVersion present, int dimensions) {
        this(new FolderHome(folder, analyzer, present), present, dimensions);
    }

    /**
     * Opens or creates the server index, which many processes may share. Closing it leaves the database open.
     *
     * @param encoderVersion of {@link TextEncoder#version()}
     * @param dimensions of its vectors
     * @throws ServerIndexException where the server cannot be used
     */
    public RenewableIndex(PassageDatabase database, TermAnalyzer analyzer, String encoderVersion, int dimensions) {
        this(database, analyzer, new IndexVersion(encoderVersion, TermAnalyzer.VERSION), dimensions);
    }

    RenewableIndex(PassageDatabase database, TermAnalyzer analyzer, IndexVersion present, int dimensions) {
        this(new SchemaHome(database, analyzer, present, dimensions), present, dimensions);
    }

    private RenewableIndex(IndexHome home, IndexVersion present, int dimensions) {
        this.home = home;
        this.present = present;
        this.dimensions = dimensions;
        this.fresh = home.arrange(this::openPresent);
        if (home.exists(Place.OUTGOING)) {
            outgoing = readableOutgoing();
        }
    }

    private VersionedIndex openPresent() {
        VersionedIndex found = home.openReadable(Place.PRESENT).orElse(null);
        if (found != null && (found.version().isNone() || found.version().equals(present))) {
            return found;
        }
        close(found);
        if (found != null && !home.exists(Place.OUTGOING)) {
            home.setAside();
        } else {
            home.create(Place.OUTGOING);
            home.delete(Place.PRESENT);
        }
        return home.open(Place.PRESENT);
    }

    private VersionedIndex readableOutgoing() {
        return home.openReadable(Place.OUTGOING).orElseGet(() -> {
            home.delete(Place.OUTGOING);
            return home.open(Place.OUTGOING);
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

    /** False where another process renews the index. Who was told true calls {@link #renewed} in the end. */
    public boolean claimRenewal() {
        return home.claimRenewal();
    }

    /** Begins to write everything anew; does nothing where that has begun. */
    public void renew() {
        writing(() -> {
            if (outgoing == null) {
                outgoing = home.open(Place.OUTGOING);
            }
        });
    }

    /** Every document was put anew: the outgoing index goes. */
    public void renewed() {
        fresh.flush();
        writing(() -> {
            close(outgoing);
            outgoing = null;
            home.delete(Place.OUTGOING);
            home.endRenewal();
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
    private List<Hit> best(@Nullable VersionedIndex old, Function<PassageIndex, List<Hit>> search, int k) {
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
    private @Nullable VersionedIndex comparable() {
        VersionedIndex old = outgoing;
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
            VersionedIndex old = comparable();
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
            home.close();
        });
    }

    private static void close(@Nullable VersionedIndex index) {
        try {
            if (index != null) {
                index.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T reading(Supplier<T> work) {
        if (!home.isShared()) {
            return locked(work);
        }
        try {
            follow();
            return locked(work);
        } catch (ServerIndexException e) {
            if (e.problem() != Problem.GONE) {
                throw e;
            }
            // between the two, another process ended a renewal
            follow();
            return locked(work);
        }
    }

    private <T> T locked(Supplier<T> work) {
        lock.readLock().lock();
        try {
            return work.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Sees what other processes did to the home. */
    private void follow() {
        IndexVersion version = fresh.version();
        if (!version.isNone() && !version.equals(present)) {
            throw new ServerIndexException(Problem.OTHER_VERSION, null);
        }
        boolean exists = home.exists(Place.OUTGOING);
        if (exists != (outgoing != null)) {
            writing(() -> outgoing = home.exists(Place.OUTGOING) ? home.open(Place.OUTGOING) : null);
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
