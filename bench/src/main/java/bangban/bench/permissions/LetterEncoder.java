package bangban.bench.permissions;

import bangban.language.encode.TextEncoder;

/** Counts characters: fast, and alike for texts that are alike, which is all that permissions need of meaning. */
final class LetterEncoder implements TextEncoder {

    static final String VERSION = "letters-1";
    static final int DIMENSIONS = 64;

    @Override
    public float[] encode(String text) {
        float[] vector = new float[DIMENSIONS];
        text.chars().forEach(letter -> vector[letter % DIMENSIONS]++);
        double square = 0;
        for (float value : vector) {
            square += value * value;
        }
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] = square == 0 ? 0 : (float) (vector[i] / Math.sqrt(square));
        }
        return vector;
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public void close() {}
}
