package bangban.bench.routing;

import bangban.bench.JsonLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A line of a test or training file.
 *
 * @param id the row's {@code id}, else its number from 1
 * @param label null where the row has parts
 * @param parts the parts' labels in their order; empty where the row has a label
 */
record RoutingCase(String id, String text, @Nullable String label, List<String> parts) {

    /** @throws IllegalArgumentException if a line is no JSON, has no text, or neither a label nor parts */
    static List<RoutingCase> read(Path file) throws IOException {
        List<RoutingCase> cases = new ArrayList<>();
        for (JsonLines.Row row : JsonLines.rows(file)) {
            cases.add(of(row.json(), row.place(file), row.number()));
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
