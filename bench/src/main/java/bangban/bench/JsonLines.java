package bangban.bench;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Test sets and results as one JSON object a line. */
public final class JsonLines {

    private static final JsonMapper JSON = JsonMapper.shared();

    private JsonLines() {}

    /** A row and the line that it is on. */
    public record Row(int number, JsonNode json) {

        /** What a complaint about it names. */
        public String place(Path file) {
            return file + ":" + number;
        }
    }

    /**
     * The rows of a file, compressed where its name ends in {@code .gz}.
     *
     * @throws IllegalArgumentException naming file and line where one is no JSON
     */
    public static List<JsonNode> read(Path file) throws IOException {
        return rows(file).stream().map(Row::json).toList();
    }

    /** The same with the numbers of their lines, from 1. */
    public static List<Row> rows(Path file) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                BufferedReader lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    rows.add(new Row(number, tree(line, file + ":" + number)));
                }
            }
        } catch (ZipException | EOFException e) {
            throw new IllegalArgumentException(file + " is not compressed by gzip, or cut off", e);
        }
        return rows;
    }

    /** A file that is one JSON text. */
    public static JsonNode whole(Path file) throws IOException {
        return tree(Files.readString(file), file.toString());
    }

    /** @param place what to name where the text is no JSON */
    public static JsonNode tree(String text, String place) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            String why =
                    String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
            throw new IllegalArgumentException(place + ": this is no JSON: " + why, e);
        }
    }

    /** A writer to the file, or to nowhere. */
    public static Writer writer(Optional<String> file) throws IOException {
        return file.isPresent()
                ? Files.newBufferedWriter(Path.of(file.get()), StandardCharsets.UTF_8)
                : Writer.nullWriter();
    }

    public static void deleteFolder(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
