package bangban.bench.retrieval;

import bangban.language.encode.TextEncoder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Vectors of a corpus, encoded once where a folder is given: little-endian floats, named by the hash of encoder and texts.
 */
record VectorCache(Optional<Path> folder) {

    private static final int BATCH = 256;

    List<float[]> encode(List<String> texts, TextEncoder encoder) throws IOException {
        if (folder.isEmpty()) {
            return encodeAll(texts, encoder);
        }
        Files.createDirectories(folder.get());
        Path file = folder.get().resolve(name(texts, encoder) + ".f32");
        if (!Files.exists(file)) {
            write(file, encodeAll(texts, encoder));
        }
        return read(file, encoder.dimensions());
    }

    private static List<float[]> encodeAll(List<String> texts, TextEncoder encoder) {
        List<float[]> vectors = new ArrayList<>(texts.size());
        for (int i = 0; i < texts.size(); i += BATCH) {
            vectors.addAll(encoder.encodeAll(texts.subList(i, Math.min(texts.size(), i + BATCH))));
            System.err.println("encoded " + vectors.size() + " of " + texts.size());
        }
        return vectors;
    }

    private static void write(Path file, List<float[]> vectors) throws IOException {
        int dimensions = vectors.isEmpty() ? 0 : vectors.getFirst().length;
        ByteBuffer bytes =
                ByteBuffer.allocate(vectors.size() * dimensions * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        vectors.forEach(vector -> {
            for (float x : vector) {
                bytes.putFloat(x);
            }
        });
        Files.write(file, bytes.array());
    }

    private static List<float[]> read(Path file, int dimensions) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        List<float[]> vectors = new ArrayList<>();
        while (bytes.hasRemaining()) {
            float[] vector = new float[dimensions];
            bytes.asFloatBuffer().get(vector);
            bytes.position(bytes.position() + dimensions * Float.BYTES);
            vectors.add(vector);
        }
        return vectors;
    }

    private static String name(List<String> texts, TextEncoder encoder) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update(encoder.version().getBytes(StandardCharsets.UTF_8));
            texts.forEach(text -> {
                hash.update((byte) 0);
                hash.update(text.getBytes(StandardCharsets.UTF_8));
            });
            return HexFormat.of().formatHex(hash.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
