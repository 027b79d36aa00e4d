package bangban.knowledge.ingest;

import bangban.knowledge.catalog.OriginalStore;
import bangban.knowledge.catalog.OriginalStore.Part;
import bangban.knowledge.chunk.Passage;
import bangban.knowledge.chunk.PassageText;
import bangban.language.encode.TextEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** Encodes passages, but only those whose text was not encoded before: a document's vectors are kept beside its outline. */
final class PassageVectors {

    private static final int BATCH = 16;
    private static final int HASH = 32;

    private final OriginalStore originals;
    private final TextEncoder encoder;

    PassageVectors(OriginalStore originals, TextEncoder encoder) {
        this.originals = originals;
        this.encoder = encoder;
    }

    /** @param progress hears how many passages have their vector */
    List<float[]> of(String documentId, List<Passage> passages, IntConsumer progress) {
        List<String> texts = passages.stream().map(PassageText::toEncode).toList();
        Map<ByteBuffer, float[]> known = read(documentId);
        List<String> missing = texts.stream()
                .filter(text -> !known.containsKey(key(text)))
                .distinct()
                .toList();
        for (int i = 0; i < missing.size(); i += BATCH) {
            List<String> batch = missing.subList(i, Math.min(i + BATCH, missing.size()));
            List<float[]> vectors = encoder.encodeAll(batch);
            for (int j = 0; j < batch.size(); j++) {
                known.put(key(batch.get(j)), vectors.get(j));
            }
            progress.accept(texts.size() - missing.size() + i + batch.size());
        }
        List<float[]> vectors = new ArrayList<>(texts.size());
        for (String text : texts) {
            vectors.add(known.getOrDefault(key(text), new float[0]));
        }
        return vectors;
    }

    void keep(String documentId, List<Passage> passages, List<float[]> vectors) {
        byte[] version = encoder.version().getBytes(StandardCharsets.UTF_8);
        int size = HASH + Float.BYTES * encoder.dimensions();
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + version.length + passages.size() * size);
        bytes.putInt(version.length).put(version);
        for (int i = 0; i < passages.size(); i++) {
            bytes.put(key(PassageText.toEncode(passages.get(i))));
            for (float value : vectors.get(i)) {
                bytes.putFloat(value);
            }
        }
        originals.write(documentId, Part.VECTORS, bytes.array());
    }

    /** By the hash of the text; empty where another encoder made them. */
    private Map<ByteBuffer, float[]> read(String documentId) {
        Map<ByteBuffer, float[]> vectors = new HashMap<>();
        ByteBuffer bytes =
                ByteBuffer.wrap(originals.read(documentId, Part.VECTORS).orElse(new byte[0]));
        int size = HASH + Float.BYTES * encoder.dimensions();
        if (bytes.remaining() < Integer.BYTES || !sameEncoder(bytes) || bytes.remaining() % size != 0) {
            return vectors;
        }
        while (bytes.hasRemaining()) {
            byte[] hash = new byte[HASH];
            bytes.get(hash);
            float[] vector = new float[encoder.dimensions()];
            for (int i = 0; i < vector.length; i++) {
                vector[i] = bytes.getFloat();
            }
            vectors.put(ByteBuffer.wrap(hash), vector);
        }
        return vectors;
    }

    private boolean sameEncoder(ByteBuffer bytes) {
        int length = bytes.getInt();
        if (length < 0 || length > bytes.remaining()) {
            return false;
        }
        byte[] version = new byte[length];
        bytes.get(version);
        return new String(version, StandardCharsets.UTF_8).equals(encoder.version());
    }

    private static ByteBuffer key(String text) {
        return ByteBuffer.wrap(Hash.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }
}
