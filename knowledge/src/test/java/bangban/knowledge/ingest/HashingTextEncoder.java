package bangban.knowledge.ingest;

import bangban.language.encode.TextEncoder;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Vectors from character hashes; remembers what it was asked to encode. */
public final class HashingTextEncoder implements TextEncoder {

    final List<String> encoded = new CopyOnWriteArrayList<>();

    private final String version;

    public HashingTextEncoder() {
        this("hashing-1");
    }

    HashingTextEncoder(String version) {
        this.version = version;
    }

    /** Called before a text is encoded, so that a test can hold it. */
    volatile Runnable beforeEach = () -> {};

    @Override
    public float[] encode(String text) {
        beforeEach.run();
        encoded.add(text);
        float[] vector = new float[dimensions()];
        text.chars().forEach(c -> vector[c % vector.length]++);
        double square = 0;
        for (float value : vector) {
            square += value * value;
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(square);
        }
        return vector;
    }

    @Override
    public int dimensions() {
        return 16;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public void close() {}
}
