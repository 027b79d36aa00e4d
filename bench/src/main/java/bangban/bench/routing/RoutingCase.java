package bangban.bench.routing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A line of a test or training file.
 *
 * @param id the row's {@code id}, else its number from 1
 * @param label null where the row has parts
 * @param parts the parts' labels in their order; empty where the row has a label
 */
record RoutingCase(String id, String text, @Nullable String label, List<String> parts) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** @throws IllegalArgumentException if a line has no text, or neither a label nor parts */
    static List<RoutingCase> read(Path file) throws IOException {
        List<RoutingCase> cases = new ArrayList<>();
        try (InputStream raw = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    cases.add(of(JSON.readTree(line), file + ":" + number, number));
                }
            }
        }
        return cases;
    }

    private static RoutingCase of(JsonNode row, String place, int number) {
        JsonNode text = row.path("text");
        JsonNode label = row.path("label");
        List<String> parts = new ArrayList<>();
        for (JsonNode part : row.path("parts")) {
            parts.add(part.path("label").asString());
        }
        if (!text.isString() || !label.isString() && parts.isEmpty()) {
            throw new IllegalArgumentException(place + ": a row needs \"text\", and \"label\" or \"parts\"");
        }
        String id = row.has("id") ? row.path("id").asString() : String.valueOf(number);
        return new RoutingCase(id, text.asString(), parts.isEmpty() ? label.asString() : null, parts);
    }
}
