package bangban.knowledge.index;

import org.apache.lucene.util.SmallFloat;

/** BM25 (Robertson and Zaragoza, 2009) with Lucene's constants and its rounding of lengths, so that both indexes rank alike. */
final class Bm25 {

    static final double K1 = 1.2;
    static final double B = 0.75;

    private Bm25() {}

    /**
     * How rare a term is.
     *
     * @param passages that have any term of its field
     */
    static double rarity(long passages, long with) {
        long capped = Math.clamp(with, 0, passages);
        return Math.log1p((passages - capped + 0.5) / (capped + 0.5));
    }

    static double score(double rarity, double frequency, int length, double averageLength) {
        int rounded = SmallFloat.byte4ToInt(SmallFloat.intToByte4(length));
        double norm = K1 * (1 - B + B * rounded / averageLength);
        return rarity * frequency / (frequency + norm);
    }

    /** Between 1, for a term that stands once, and 2.2; the sum of these is near to BM25 but for the passage's length. */
    static double saturated(long frequency) {
        return (1 + K1) * frequency / (frequency + K1);
    }

    static double frequency(double saturated) {
        return K1 * saturated / (1 + K1 - saturated);
    }
}
