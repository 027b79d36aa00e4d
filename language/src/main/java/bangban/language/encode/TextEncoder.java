package bangban.language.encode;

import java.util.ArrayList;
import java.util.List;

/** Text to a vector of unit length; the closer the meaning, the higher the inner product. Safe for use by many threads. */
public interface TextEncoder extends AutoCloseable {

    /** @return {@link #dimensions()} numbers with L2 norm 1; text beyond the encoder's window is cut off */
    float[] encode(String text);

    /** The same for many, on as many threads as the encoder has sessions. */
    default List<float[]> encodeAll(List<String> texts) {
        List<float[]> vectors = new ArrayList<>(texts.size());
        for (String text : texts) {
            vectors.add(encode(text));
        }
        return vectors;
    }

    /** Cosine of two of an encoder's vectors, which is their inner product, since both have length 1. */
    static double cosine(float[] one, float[] two) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * two[i];
        }
        return sum;
    }

    int dimensions();

    /** Model and runtime; vectors of different versions do not compare. */
    String version();

    @Override
    void close();
}
