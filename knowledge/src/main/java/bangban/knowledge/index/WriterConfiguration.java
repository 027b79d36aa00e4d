package bangban.knowledge.index;

import static org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat.DEFAULT_BEAM_WIDTH;
import static org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat.DEFAULT_MAX_CONN;

import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104ScalarQuantizedVectorsFormat.ScalarEncoding;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.similarities.BM25Similarity;

/** How Lucene writes passages. */
final class WriterConfiguration {

    /** Up to here a segment is one file, since each file of a commit is forced to the disk. */
    private static final double ONE_FILE_UP_TO_MEGABYTES = 64;
    /** What is written in one go; each piece of 16 MB, Lucene's own measure, would be a graph to be merged many times over. */
    private static final double BUFFER_MB = 64;

    /**
     * A segment has a graph from where its vectors are more than so many times the logarithm of their number, some 9,000: fewer are
     * compared one by one anyway ({@link VectorSearch}), and of each document's commit, merged time and again, a graph would be built.
     */
    private static final int GRAPH_FROM = 1_000;

    /** Twice Lucene's own: a merge quantizes every vector anew. */
    private static final int SEGMENTS_A_TIER = 16;

    private WriterConfiguration() {}

    static IndexWriterConfig make() {
        return new IndexWriterConfig()
                .setSimilarity(new BM25Similarity())
                .setMergePolicy(merges())
                // each document is a commit, which is not to wait for merges: they go on beside
                .setMaxFullFlushMergeWaitMillis(0)
                .setRAMBufferSizeMB(BUFFER_MB)
                .setCodec(new Lucene104Codec() {
                    private final KnnVectorsFormat format = new Lucene104HnswScalarQuantizedVectorsFormat(
                            ScalarEncoding.UNSIGNED_BYTE, DEFAULT_MAX_CONN, DEFAULT_BEAM_WIDTH, 1, null, GRAPH_FROM);

                    @Override
                    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                        return format;
                    }
                });
    }

    private static MergePolicy merges() {
        TieredMergePolicy merges = new TieredMergePolicy();
        merges.setSegmentsPerTier(SEGMENTS_A_TIER);
        merges.setNoCFSRatio(1);
        merges.setMaxCFSSegmentSizeMB(ONE_FILE_UP_TO_MEGABYTES);
        return merges;
    }
}
