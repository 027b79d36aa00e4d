package bangban.knowledge.index;

import java.io.IOException;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConjunctionUtils;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.VectorUtil;

/**
 * Nearest neighbours under a filter. Up to a number of matching passages every one is compared in full precision; beyond, the graph
 * (HNSW, Malkov and Yashunin 2018) on quantized vectors proposes more than k, and full precision decides among them.
 */
final class VectorSearch {

    /** So many more than asked for are proposed: one-byte vectors confuse near neighbours only with nearer ones. */
    private static final int MORE = 50;

    private final int exactUpTo;

    /** @param exactUpTo how many matching passages are compared one by one; 5,000 of 512 dimensions are 10 MB to read */
    VectorSearch(int exactUpTo) {
        this.exactUpTo = exactUpTo;
    }

    /** Scores are cosines, the best first. */
    ScoreDoc[] nearest(IndexSearcher searcher, float[] vector, Query filter, int k) throws IOException {
        int matching = searcher.count(filter);
        if (matching <= exactUpTo || matching <= k + MORE) {
            return exact(searcher, vector, filter, k);
        }
        Query graph = new KnnFloatVectorQuery(PassageFields.VECTOR, vector, k + MORE, filter);
        return exact(searcher, vector, graph, k);
    }

    private static ScoreDoc[] exact(IndexSearcher searcher, float[] vector, Query query, int k) throws IOException {
        Comparator<ScoreDoc> worstFirst = Comparator.<ScoreDoc>comparingDouble(hit -> hit.score)
                .thenComparing(hit -> hit.doc, Comparator.reverseOrder());
        PriorityQueue<ScoreDoc> best = new PriorityQueue<>(worstFirst);
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            FloatVectorValues values = leaf.reader().getFloatVectorValues(PassageFields.VECTOR);
            Scorer matches = weight.scorer(leaf);
            if (values == null || matches == null) {
                continue;
            }
            compare(leaf, values, matches, vector, k, best);
        }
        return best.stream().sorted(worstFirst.reversed()).toArray(ScoreDoc[]::new);
    }

    private static void compare(
            LeafReaderContext leaf,
            FloatVectorValues values,
            Scorer matches,
            float[] vector,
            int k,
            PriorityQueue<ScoreDoc> best)
            throws IOException {
        KnnVectorValues.DocIndexIterator vectors = values.iterator();
        DocIdSetIterator both = ConjunctionUtils.intersectIterators(java.util.List.of(matches.iterator(), vectors));
        Bits live = leaf.reader().getLiveDocs();
        for (int doc = both.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = both.nextDoc()) {
            if (live != null && !live.get(doc)) {
                continue;
            }
            float cosine = VectorUtil.dotProduct(values.vectorValue(vectors.index()), vector);
            if (best.size() < k) {
                best.add(new ScoreDoc(leaf.docBase + doc, cosine));
            } else if (best.element().score < cosine) {
                best.remove();
                best.add(new ScoreDoc(leaf.docBase + doc, cosine));
            }
        }
    }
}
