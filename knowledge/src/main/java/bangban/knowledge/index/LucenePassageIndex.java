package bangban.knowledge.index;

import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.chunk.Passage;
import bangban.language.analyze.TermAnalyzer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;

/**
 * The embedded index: Lucene in a folder that one process holds. Searches see every finished write; a crash may lose the writes of
 * the last {@link DelayedCommit#SECONDS} seconds unless {@link #flush} came after them.
 */
public final class LucenePassageIndex implements VersionedIndex {

    private static final String ENCODER = "encoder";
    private static final String ANALYSIS = "analysis";

    private final Directory directory;
    private final PassageFields fields;
    private final WordSearch words;
    private final VectorSearch vectors;
    private final DelayedCommit commits;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong shown = new AtomicLong();
    private final ReentrantLock writing = new ReentrantLock();
    private final IndexVersion present;
    private volatile IndexVersion stored;
    private volatile IndexWriter writer;
    private volatile SearcherManager searchers;

    /**
     * Opens or creates.
     *
     * @param encoderVersion what vectors put from now on are from; kept once the first document is put
     * @throws UncheckedIOException where the folder cannot be read or another process holds it
     */
    public LucenePassageIndex(Path folder, TermAnalyzer analyzer, String encoderVersion) {
        this(folder, analyzer, new IndexVersion(encoderVersion, TermAnalyzer.VERSION), VectorSearch.Limits.USUAL);
    }

    LucenePassageIndex(Path folder, TermAnalyzer analyzer, IndexVersion present) {
        this(folder, analyzer, present, VectorSearch.Limits.USUAL);
    }

    LucenePassageIndex(Path folder, TermAnalyzer analyzer, IndexVersion present, VectorSearch.Limits limits) {
        this(directory(folder), analyzer, present, limits);
    }

    LucenePassageIndex(Directory directory, TermAnalyzer analyzer, IndexVersion present, VectorSearch.Limits limits) {
        this.directory = directory;
        this.present = present;
        fields = new PassageFields(analyzer);
        words = new WordSearch(analyzer);
        vectors = new VectorSearch(limits);
        try {
            writer = new IndexWriter(directory, WriterConfiguration.make());
            searchers = searchers(writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        stored = committed(writer);
        commits = new DelayedCommit(this::flush);
    }

    /** Gives the folder free where its files turn out to be damaged. */
    private static SearcherManager searchers(IndexWriter writer) throws IOException {
        try {
            return new SearcherManager(writer, null);
        } catch (IOException | RuntimeException e) {
            writer.rollback();
            throw e;
        }
    }

    private static Directory directory(Path folder) {
        try {
            return new ForcedOnceDirectory(new MMapDirectory(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a write fails half-way, on a full disk say, Lucene closes its writer; what was committed before is still there. */
    private void openAgainWhereItFailed() throws IOException {
        writing.lock();
        try {
            if (!writer.isOpen()) {
                searchers.close();
                writer = new IndexWriter(directory, WriterConfiguration.make());
                searchers = searchers(writer);
                stored = committed(writer);
            }
        } finally {
            writing.unlock();
        }
    }

    private static IndexVersion committed(IndexWriter writer) {
        Map<String, String> data = new HashMap<>();
        Iterable<Map.Entry<String, String>> entries = writer.getLiveCommitData();
        if (entries != null) {
            entries.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        return new IndexVersion(data.getOrDefault(ENCODER, ""), data.getOrDefault(ANALYSIS, ""));
    }

    @Override
    public IndexVersion version() {
        return stored;
    }

    @Override
    public void put(KnowledgeDocument document, List<Passage> passages, List<float[]> vectors) {
        if (passages.size() != vectors.size()) {
            throw new IllegalArgumentException(passages.size() + " passages, but " + vectors.size() + " vectors");
        }
        List<Document> documents = new ArrayList<>(passages.size());
        for (int i = 0; i < passages.size(); i++) {
            documents.add(fields.fields(document, passages.get(i), vectors.get(i), i == 0));
        }
        write(() -> replace(document.id(), documents));
    }

    private void replace(String documentId, List<Document> documents) throws IOException {
        Term key = new Term(PassageFields.DOCUMENT, documentId);
        if (documents.isEmpty()) {
            writer.deleteDocuments(key);
        } else {
            writer.updateDocuments(key, documents);
            if (stored.isNone()) {
                stored = present;
            }
        }
    }

    @Override
    public void update(KnowledgeDocument document) {
        write(() -> {
            List<Passage> passages = search(searcher -> StoredPassages.byOrdinal(searcher, ofDocument(document.id())));
            List<float[]> kept = vectors(passages);
            List<Document> documents = new ArrayList<>(passages.size());
            for (int i = 0; i < passages.size(); i++) {
                documents.add(fields.fields(document, passages.get(i), kept.get(i), i == 0));
            }
            replace(document.id(), documents);
        });
    }

    @Override
    public void delete(String documentId) {
        write(() -> writer.deleteDocuments(new Term(PassageFields.DOCUMENT, documentId)));
    }

    private void write(Write change) {
        writing.lock();
        try {
            openAgainWhereItFailed();
            change.run();
            written.incrementAndGet();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writing.unlock();
        }
        commits.later();
    }

    @Override
    public List<Hit> byWords(WordQuery query, Filter filter, int k) {
        Query lucene = words.query(query, FilterQuery.of(filter));
        return search(searcher -> StoredPassages.hits(searcher, searcher.search(lucene, k).scoreDocs));
    }

    @Override
    public List<Hit> byMeaning(float[] vector, Filter filter, int k) {
        Query lucene = FilterQuery.of(filter);
        return search(searcher -> StoredPassages.hits(searcher, vectors.nearest(searcher, vector, lucene, k)));
    }

    @Override
    public List<Passage> neighbours(String documentId, int from, int to, Filter filter) {
        Query query = new BooleanQuery.Builder()
                .add(ofDocument(documentId), Occur.FILTER)
                .add(IntPoint.newRangeQuery(PassageFields.ORDINAL, from, to), Occur.FILTER)
                .add(FilterQuery.of(filter), Occur.FILTER)
                .build();
        return search(searcher -> StoredPassages.byOrdinal(searcher, query));
    }

    @Override
    public List<float[]> vectors(List<Passage> passages) {
        Map<String, float[]> found = vectorsById(passages);
        int dimensions =
                found.values().stream().findAny().map(vector -> vector.length).orElse(0);
        return passages.stream()
                .map(passage -> found.getOrDefault(passage.id(), new float[dimensions]))
                .toList();
    }

    @Override
    public Map<String, float[]> vectorsById(List<Passage> passages) {
        return search(searcher -> StoredPassages.vectors(searcher, passages));
    }

    @Override
    public List<Double> rarities(List<String> pairs) {
        return counts(pairs).rarities();
    }

    @Override
    public PairCounts counts(List<String> pairs) {
        return search(searcher -> {
            int passages = searcher.getIndexReader().numDocs();
            List<Integer> with = new ArrayList<>(pairs.size());
            for (String pair : pairs) {
                with.add(Math.min(passages, searcher.getIndexReader().docFreq(new Term(PassageFields.PAIRS, pair))));
            }
            return new PairCounts(passages, with);
        });
    }

    @Override
    public int documents(Filter filter) {
        Query query = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(PassageFields.FIRST, "1")), Occur.FILTER)
                .add(FilterQuery.of(filter), Occur.FILTER)
                .build();
        return search(searcher -> searcher.count(query));
    }

    private static Query ofDocument(String documentId) {
        return new TermQuery(new Term(PassageFields.DOCUMENT, documentId));
    }

    private <T> T search(Search<T> search) {
        try {
            if (!writer.isOpen()) {
                openAgainWhereItFailed();
            }
            showWrites();
            IndexSearcher searcher = searchers.acquire();
            try {
                return search.run(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refreshing waits for the next search, so that many writes in a row are one refresh. */
    private void showWrites() throws IOException {
        long now = written.get();
        if (shown.get() < now) {
            searchers.maybeRefreshBlocking();
            shown.accumulateAndGet(now, Math::max);
        }
    }

    @Override
    public void flush() {
        try {
            openAgainWhereItFailed();
            writer.setLiveCommitData(
                    Map.of(ENCODER, stored.encoder(), ANALYSIS, stored.analysis())
                            .entrySet(),
                    false);
            writer.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        commits.close();
        flush();
        searchers.close();
        writer.close();
        directory.close();
    }

    private interface Search<T> {
        T run(IndexSearcher searcher) throws IOException;
    }

    private interface Write {
        void run() throws IOException;
    }
}
