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

    /** The same with the vectors of the tokens, for comparison token by token. */
    default List<EncodedText> encodeTokens(List<String> texts) {
        return encodeAll(texts).stream()
                .map(vector -> new EncodedText(vector, List.of()))
                .toList();
    }

    /** Cosine of two of an encoder's vectors, which is their inner product, since both have length 1; four sums at once. */
    static double cosine(float[] one, float[] two) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int i = 0;
        for (; i + 3 < one.length; i += 4) {
            a += one[i] * two[i];
            b += one[i + 1] * two[i + 1];
            c += one[i + 2] * two[i + 2];
            d += one[i + 3] * two[i + 3];
        }
        for (; i < one.length; i++) {
            a += one[i] * two[i];
        }
        return (double) a + b + c + d;
    }

    int dimensions();

    /** Model and runtime; vectors of different versions do not compare. */
    String version();

    @Override
    void close();
}
