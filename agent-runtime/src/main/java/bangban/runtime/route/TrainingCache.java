package bangban.runtime.route;

import bangban.language.encode.TextEncoder;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What training need not compute again: embeddings by encoder version and text, and the last model by everything that went
 * into it. A file that is missing, damaged or of another version is as good as none; files are replaced whole.
 */
public final class TrainingCache {

    /** Part of every key; raise it when features, kernel or file layout change. */
    private static final String FORMAT = "route-3";

    private final @Nullable Path folder;

    private TrainingCache(@Nullable Path folder) {
        this.folder = folder;
    }

    public static TrainingCache none() {
        return new TrainingCache(null);
    }

    /** @param folder made when first written to; one classifier a folder */
    public static TrainingCache in(Path folder) {
        return new TrainingCache(folder);
    }

    synchronized List<float[]> embed(List<String> texts, TextEncoder encoder) {
        Map<String, float[]> known = embeddings(encoder);
        List<String> keys = texts.stream().map(TrainingCache::digest).toList();
        List<String> unknown = texts.stream()
                .filter(text -> !known.containsKey(digest(text)))
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            List<float[]> vectors = encoder.encodeAll(unknown);
            for (int i = 0; i < vectors.size(); i++) {
                known.put(digest(unknown.get(i)), vectors.get(i));
            }
            known.keySet().retainAll(keys);
            write("embeddings.bin", out -> writeEmbeddings(out, encoder, known));
        }
        return keys.stream().map(known::get).toList();
    }

    synchronized KernelModel model(List<Example> examples, TextEncoder encoder, Supplier<KernelModel> fit) {
        StringBuilder inputs = new StringBuilder(encoder.version());
        inputs.append(ExampleKernel.GAMMA).append(ExampleKernel.GRAM_WEIGHT).append(KernelModel.LAMBDA);
        examples.forEach(example ->
                inputs.append('\0').append(example.label()).append('\0').append(example.text()));
        String key = FORMAT + "/" + digest(inputs.toString());
        return read("model.bin", in -> in.readUTF().equals(key) ? readModel(in) : null)
                .orElseGet(() -> {
                    KernelModel model = fit.get();
                    write("model.bin", out -> {
                        out.writeUTF(key);
                        writeModel(out, model);
                    });
                    return model;
                });
    }

    private Map<String, float[]> embeddings(TextEncoder encoder) {
        return read("embeddings.bin", in -> {
                    if (!in.readUTF().equals(FORMAT + "/" + encoder.version())) {
                        return null;
                    }
                    Map<String, float[]> read = new HashMap<>();
                    for (int left = in.readInt(); left > 0; left--) {
                        String key = in.readUTF();
                        float[] vector = new float[encoder.dimensions()];
                        for (int d = 0; d < vector.length; d++) {
                            vector[d] = in.readFloat();
                        }
                        read.put(key, vector);
                    }
                    return read;
                })
                .orElseGet(HashMap::new);
    }

    private static void writeEmbeddings(DataOutputStream out, TextEncoder encoder, Map<String, float[]> vectors)
            throws IOException {
        out.writeUTF(FORMAT + "/" + encoder.version());
        out.writeInt(vectors.size());
        for (Map.Entry<String, float[]> entry : vectors.entrySet()) {
            out.writeUTF(entry.getKey());
            for (float x : entry.getValue()) {
                out.writeFloat(x);
            }
        }
    }

    private static KernelModel readModel(DataInputStream in) throws IOException {
        double accuracy = in.readDouble();
        double error = in.readDouble();
        Calibration calibration = new Calibration(readRows(in), readRows(in)[0]);
        return new KernelModel(readRows(in), calibration, accuracy, error);
    }

    private static void writeModel(DataOutputStream out, KernelModel model) throws IOException {
        out.writeDouble(model.heldOutAccuracy());
        out.writeDouble(model.heldOutEce());
        writeRows(out, model.calibration().weights());
        writeRows(out, new double[][] {model.calibration().bias()});
        writeRows(out, model.weights());
    }

    private static double[][] readRows(DataInputStream in) throws IOException {
        double[][] rows = new double[in.readInt()][in.readInt()];
        for (double[] row : rows) {
            for (int k = 0; k < row.length; k++) {
                row[k] = in.readDouble();
            }
        }
        return rows;
    }

    private static void writeRows(DataOutputStream out, double[][] rows) throws IOException {
        out.writeInt(rows.length);
        out.writeInt(rows[0].length);
        for (double[] row : rows) {
            for (double x : row) {
                out.writeDouble(x);
            }
        }
    }

    private interface Reading<T> {
        @Nullable
        T from(DataInputStream in) throws IOException;
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private <T> Optional<T> read(String name, Reading<T> reading) {
        if (folder == null || !Files.exists(folder.resolve(name))) {
            return Optional.empty();
        }
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(folder.resolve(name))))) {
            return Optional.ofNullable(reading.from(in));
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    private void write(String name, Writing writing) {
        if (folder == null) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Path whole = Files.createTempFile(folder, name, ".part");
            try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(whole)))) {
                writing.to(out);
            }
            Files.move(whole, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the routing cache in " + folder + " cannot be written", e);
        }
    }

    private static String digest(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
