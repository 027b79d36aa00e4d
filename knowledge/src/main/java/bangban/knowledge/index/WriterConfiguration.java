package bangban.knowledge.index;

import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.similarities.BM25Similarity;

/** How Lucene writes passages. */
final class WriterConfiguration {

    /** What is written in one go; each piece of 16 MB, Lucene's own measure, would be a graph to be merged many times over. */
    private static final double BUFFER_MB = 64;

    private WriterConfiguration() {}

    static IndexWriterConfig make() {
        return new IndexWriterConfig()
                .setSimilarity(new BM25Similarity())
                .setRAMBufferSizeMB(BUFFER_MB)
                .setCodec(new Lucene104Codec() {
                    private final KnnVectorsFormat format = new Lucene104HnswScalarQuantizedVectorsFormat();

                    @Override
                    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                        return format;
                    }
                });
    }
}
