package bangban.runtime.turn;

import bangban.language.encode.TextEncoder;

/** Texts with the same characters are alike. */
final class LetterEncoder implements TextEncoder {

    @Override
    public float[] encode(String text) {
        float[] vector = new float[dimensions()];
        text.chars().forEach(c -> vector[Math.floorMod(c * 31, vector.length)] += 1);
        double square = 1e-9;
        for (float x : vector) {
            square += x * x;
        }
        for (int d = 0; d < vector.length; d++) {
            vector[d] /= (float) Math.sqrt(square);
        }
        return vector;
    }

    @Override
    public int dimensions() {
        return 64;
    }

    @Override
    public String version() {
        return "letters-1";
    }

    @Override
    public void close() {}
}
