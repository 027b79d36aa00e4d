package bangban.knowledge.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.VectorScorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.VectorUtil;

/**
 * Nearest neighbours under a filter. Of few matching passages every one is compared in full precision. Of more, every quantized vector is
 * compared, which is faster than the graph as long as the graph leads to many that the filter does not let through. Beyond, the graph
 * (HNSW, Malkov and Yashunin 2018) proposes. Full precision decides among what is proposed.
 */
final class VectorSearch {

    /** So many more than asked for are proposed: one-byte vectors confuse near neighbours only with nearer ones. */
    private static final int MORE = 50;

    private static final Comparator<ScoreDoc> WORST_FIRST = Comparator.<ScoreDoc>comparingDouble(hit -> hit.score)
            .thenComparing(hit -> hit.doc, Comparator.reverseOrder());

    private final Limits limits;

    VectorSearch(Limits limits) {
        this.limits = limits;
    }

    /**
     * Up to how many matching passages one by one is the way.
     *
     * @param exact in full precision; 5,000 of 512 dimensions are 10 MB to read
     * @param quantized in one-byte vectors; 150,000 are 75 MB
     */
    record Limits(int exact, int quantized) {

        static final Limits USUAL = new Limits(5_000, 150_000);
    }

    /** Scores are cosines, the best first. */
    ScoreDoc[] nearest(IndexSearcher searcher, float[] vector, Query filter, int k) throws IOException {
        int matching = searcher.count(filter);
        ScoreDoc[] proposed;
        if (matching <= limits.exact() || matching <= k + MORE) {
            proposed = compare(searcher, filter, k, values -> values.rescorer(vector));
        } else if (matching <= limits.quantized()) {
            proposed = compare(searcher, filter, k + MORE, values -> values.scorer(vector));
        } else {
            Query graph = new KnnFloatVectorQuery(PassageFields.VECTOR, vector, k + MORE, filter);
            proposed = searcher.search(graph, k + MORE).scoreDocs;
        }
        return decide(searcher, vector, proposed, k);
    }

    private static ScoreDoc[] compare(IndexSearcher searcher, Query filter, int n, Scoring scoring) throws IOException {
        PriorityQueue<ScoreDoc> best = new PriorityQueue<>(WORST_FIRST);
        Weight weight = searcher.createWeight(searcher.rewrite(filter), ScoreMode.COMPLETE_NO_SCORES, 1);
        DocAndFloatFeatureBuffer batch = new DocAndFloatFeatureBuffer();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            FloatVectorValues values = leaf.reader().getFloatVectorValues(PassageFields.VECTOR);
            Scorer matches = weight.scorer(leaf);
            VectorScorer scorer = values == null || matches == null ? null : scoring.of(values);
            if (matches == null || scorer == null) {
                continue;
            }
            VectorScorer.Bulk scores = scorer.bulk(matches.iterator());
            do {
                scores.nextDocsAndScores(
                        DocIdSetIterator.NO_MORE_DOCS, leaf.reader().getLiveDocs(), batch);
                for (int i = 0; i < batch.size; i++) {
                    offer(best, leaf.docBase + batch.docs[i], batch.features[i], n);
                }
            } while (batch.size > 0);
        }
        return best.toArray(ScoreDoc[]::new);
    }

    private static void offer(PriorityQueue<ScoreDoc> best, int doc, float score, int n) {
        if (best.size() < n) {
            best.add(new ScoreDoc(doc, score));
        } else if (best.element().score < score) {
            best.remove();
            best.add(new ScoreDoc(doc, score));
        }
    }

    private static ScoreDoc[] decide(IndexSearcher searcher, float[] vector, ScoreDoc[] proposed, int k)
            throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        for (ScoreDoc hit : proposed) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
            FloatVectorValues values = leaf.reader().getFloatVectorValues(PassageFields.VECTOR);
            if (values == null) {
                throw new IllegalStateException("a passage without its vector, the index is damaged");
            }
            KnnVectorValues.DocIndexIterator vectors = values.iterator();
            vectors.advance(hit.doc - leaf.docBase);
            hit.score = VectorUtil.dotProduct(values.vectorValue(vectors.index()), vector);
        }
        return Arrays.stream(proposed).sorted(WORST_FIRST.reversed()).limit(k).toArray(ScoreDoc[]::new);
    }

    private interface Scoring {
        VectorScorer of(FloatVectorValues values) throws IOException;
    }
}
