package bangban.bench.retrieval;

import bangban.bench.JsonLines;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;

/**
 * Passages, queries and which passages are relevant.
 *
 * @param relevant query id to passage id to grade, grades of 0 left out; queries without any are left out of {@code queries}
 */
record TestSet(List<Row> corpus, List<Row> queries, Map<String, Map<String, Integer>> relevant) {

    /** @param title empty where there is none */
    record Row(String id, String title, String text) {

        /** What the encoder reads. */
        String input() {
            return title.isEmpty() ? text : title + "\n" + text;
        }
    }

    static TestSet read(Path corpus, Path queries, Path qrels) throws IOException {
        Map<String, Map<String, Integer>> relevant = new HashMap<>();
        for (String line : lines(qrels)) {
            String[] fields = line.strip().split("\\s+");
            int grade = fields.length == 3 && fields[2].matches("-?\\d+") ? Integer.parseInt(fields[2]) : 0;
            if (grade > 0) {
                relevant.computeIfAbsent(fields[0], id -> new HashMap<>()).put(fields[1], grade);
            }
        }
        List<Row> asked = rows(queries).stream()
                .filter(query -> relevant.containsKey(query.id()))
                .toList();
        return new TestSet(rows(corpus), asked, relevant);
    }

    private static List<Row> rows(Path file) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (JsonLines.Row row : JsonLines.rows(file)) {
            JsonNode node = row.json();
            if (!node.path("id").isValueNode() || !node.path("text").isString()) {
                throw new IllegalArgumentException(row.place(file) + ": a row needs \"id\" and \"text\"");
            }
            rows.add(new Row(
                    node.path("id").asString(),
                    node.path("title").asString(""),
                    node.path("text").asString()));
        }
        return rows;
    }

    private static List<String> lines(Path file) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank()).toList();
        }
    }
}
