package bangban.runtime.route;

import bangban.language.encode.TextEncoder;
import java.util.concurrent.atomic.AtomicInteger;

/** Texts with the same letters are alike; counts how often it was asked. */
final class LetterEncoder implements TextEncoder {

    private static final int DIMENSIONS = 64;

    final AtomicInteger calls = new AtomicInteger();

    @Override
    public float[] encode(String text) {
        calls.incrementAndGet();
        float[] vector = new float[DIMENSIONS];
        text.chars().forEach(c -> vector[Math.floorMod(c * 31, DIMENSIONS)] += 1);
        double square = 1e-9;
        for (float x : vector) {
            square += x * x;
        }
        for (int d = 0; d < DIMENSIONS; d++) {
            vector[d] /= (float) Math.sqrt(square);
        }
        return vector;
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public String version() {
        return "letters-1";
    }

    @Override
    public void close() {}
}
