package bangban.bench.retrieval;

import bangban.bench.learn.AdapterExamples;
import bangban.language.encode.TextEncoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A retrieval set as examples for learning an adapter. */
final class AdapterSet {

    private AdapterSet() {}

    /**
     * Reads {@code DIR} or {@code DIR:WEIGHT}, a folder with corpus.jsonl, queries.jsonl and qrels.tsv.
     *
     * @throws IllegalArgumentException where the weight is no number
     */
    static AdapterExamples read(String named, TextEncoder encoder, VectorCache cache) throws IOException {
        int colon = named.lastIndexOf(':');
        Path folder = Path.of(colon < 0 ? named : named.substring(0, colon));
        TestSet set = TestSet.read(
                folder.resolve("corpus.jsonl"), folder.resolve("queries.jsonl"), folder.resolve("qrels.tsv"));
        return of(set, encoder, cache, colon < 0 ? 1 : weight(named.substring(colon + 1)));
    }

    private static double weight(String written) {
        try {
            return Double.parseDouble(written);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + written + "' is no weight, allowed is a number", e);
        }
    }

    static AdapterExamples of(TestSet set, TextEncoder encoder, VectorCache cache, double weight) throws IOException {
        Map<String, Integer> rows = new HashMap<>();
        List<String> texts = new ArrayList<>();
        for (TestSet.Row row : set.corpus()) {
            rows.put(row.id(), texts.size());
            texts.add(row.input());
        }
        List<TestSet.Row> asked = set.queries().stream()
                .filter(query -> !relevant(set, query, rows).isEmpty())
                .toList();
        return new AdapterExamples(
                encoder.encodeAll(asked.stream().map(TestSet.Row::text).toList()),
                cache.encode(texts, encoder),
                asked.stream().map(query -> relevant(set, query, rows)).toList(),
                weight);
    }

    private static List<Integer> relevant(TestSet set, TestSet.Row query, Map<String, Integer> rows) {
        return set.relevant().getOrDefault(query.id(), Map.of()).keySet().stream()
                .filter(rows::containsKey)
                .map(rows::get)
                .sorted()
                .toList();
    }
}
