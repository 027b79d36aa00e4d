package bangban.bench.search;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Passages from a seed: vectors in clusters on the unit sphere, words by Zipf's law, so that lists of hits are as long and vectors as
 * crowded as in text. Every passage is made from its number, none is kept.
 */
final class SyntheticCorpus {

    static final int DIMENSIONS = 512;

    private static final int PASSAGES_A_CLUSTER = 100;
    private static final int WORDS = 20_000;
    private static final int WORDS_A_PASSAGE = 60;
    private static final double SPREAD = 0.7;
    private static final int FIRST_CHARACTER = 0x4E00;
    private static final int CHARACTERS = 3_000;

    private final int size;
    private final long seed;
    private final float[][] centres;
    private final double[] cumulated = new double[WORDS];

    SyntheticCorpus(int size, long seed) {
        this.size = size;
        this.seed = seed;
        RandomGenerator random = new SplittableRandom(seed);
        centres = new float[Math.max(1, size / PASSAGES_A_CLUSTER)][];
        for (int i = 0; i < centres.length; i++) {
            centres[i] = unit(gaussian(random));
        }
        double sum = 0;
        for (int rank = 0; rank < WORDS; rank++) {
            sum += 1.0 / (rank + 1);
            cumulated[rank] = sum;
        }
    }

    int size() {
        return size;
    }

    float[] vector(int passage) {
        return near(passage, generator(31, passage));
    }

    private RandomGenerator generator(int purpose, int passage) {
        return new SplittableRandom(seed * purpose + passage);
    }

    /** A question's vector: close to a passage. */
    float[] question(int passage, RandomGenerator random) {
        float[] vector = vector(passage);
        float[] noise = gaussian(random);
        for (int d = 0; d < DIMENSIONS; d++) {
            vector[d] += (float) (0.5 * noise[d] / Math.sqrt(DIMENSIONS));
        }
        return unit(vector);
    }

    private float[] near(int passage, RandomGenerator random) {
        float[] centre = centres[passage % centres.length];
        float[] noise = gaussian(random);
        float[] vector = new float[DIMENSIONS];
        for (int d = 0; d < DIMENSIONS; d++) {
            vector[d] = (float) (centre[d] + SPREAD * noise[d] / Math.sqrt(DIMENSIONS));
        }
        return unit(vector);
    }

    List<String> words(int passage) {
        RandomGenerator random = generator(37, passage);
        List<String> words = new ArrayList<>(WORDS_A_PASSAGE);
        for (int i = 0; i < WORDS_A_PASSAGE; i++) {
            words.add(word(random));
        }
        return words;
    }

    /** Two characters for a rank drawn by Zipf's law. */
    private String word(RandomGenerator random) {
        double drawn = random.nextDouble() * cumulated[WORDS - 1];
        int low = 0;
        int high = WORDS - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (cumulated[middle] < drawn) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int one = FIRST_CHARACTER + low * 7 % CHARACTERS;
        int two = FIRST_CHARACTER + (low * 13 + low / CHARACTERS) % CHARACTERS;
        return new String(new int[] {one, two}, 0, 2);
    }

    private static float[] gaussian(RandomGenerator random) {
        float[] vector = new float[DIMENSIONS];
        for (int d = 0; d < DIMENSIONS; d++) {
            vector[d] = (float) random.nextGaussian();
        }
        return vector;
    }

    private static float[] unit(float[] vector) {
        double square = 0;
        for (float x : vector) {
            square += x * x;
        }
        float scale = (float) (1 / Math.sqrt(square));
        for (int d = 0; d < vector.length; d++) {
            vector[d] *= scale;
        }
        return vector;
    }
}
