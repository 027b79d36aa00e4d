package bangban.knowledge.index;

import bangban.knowledge.chunk.Passage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSortField;

/** Reads passages and vectors back from a searcher's documents. */
final class StoredPassages {

    private StoredPassages() {}

    static List<PassageIndex.Hit> hits(IndexSearcher searcher, ScoreDoc[] found) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        List<PassageIndex.Hit> hits = new ArrayList<>(found.length);
        for (ScoreDoc hit : found) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
            BinaryDocValues stored = DocValues.getBinary(leaf.reader(), PassageFields.STORED);
            if (!stored.advanceExact(hit.doc - leaf.docBase)) {
                throw new IllegalStateException("a passage without its text, the index is damaged");
            }
            hits.add(new PassageIndex.Hit(PassageCodec.passage(stored.binaryValue()), hit.score));
        }
        return hits;
    }

    static List<Passage> byOrdinal(IndexSearcher searcher, Query query) throws IOException {
        Sort sort = new Sort(new SortedNumericSortField(PassageFields.ORDINAL, SortField.Type.INT));
        int all = Math.max(1, searcher.count(query));
        return hits(searcher, searcher.search(query, all, sort).scoreDocs).stream()
                .map(PassageIndex.Hit::passage)
                .toList();
    }

    /** By passage id, without those that are not there. */
    static Map<String, float[]> vectors(IndexSearcher searcher, List<Passage> passages) throws IOException {
        List<String> ids = passages.stream().map(Passage::id).toList();
        Query query = FilterQuery.terms(PassageFields.ID, ids);
        Map<String, float[]> found = new HashMap<>();
        for (ScoreDoc hit : searcher.search(query, Math.max(1, ids.size())).scoreDocs) {
            List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
            BinaryDocValues id = DocValues.getBinary(leaf.reader(), PassageFields.ID);
            if (id.advanceExact(hit.doc - leaf.docBase)) {
                found.put(id.binaryValue().utf8ToString(), vector(leaf, hit.doc - leaf.docBase));
            }
        }
        return found;
    }

    private static float[] vector(LeafReaderContext leaf, int doc) throws IOException {
        FloatVectorValues values = Objects.requireNonNull(leaf.reader().getFloatVectorValues(PassageFields.VECTOR));
        KnnVectorValues.DocIndexIterator iterator = values.iterator();
        iterator.advance(doc);
        return values.vectorValue(iterator.index()).clone();
    }
}
