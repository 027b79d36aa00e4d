package bangban.bench.answers;

import bangban.bench.learn.ListwiseLearner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** A question's sentences as {@link AnswerSignals} wrote them: the signals of each, and which are right. */
@SuppressWarnings("ArrayRecordComponent") // computed with, never compared
record SignalCase(boolean answerable, List<Map<String, Double>> signals, boolean[] right) {

    SignalCase {
        signals = List.copyOf(signals);
    }

    /** Empty where nothing was found for the question. */
    static Optional<SignalCase> of(JsonNode row) {
        List<Map<String, Double>> signals = new ArrayList<>();
        List<Boolean> right = new ArrayList<>();
        for (JsonNode candidate : row.path("candidates")) {
            Map<String, Double> values = new LinkedHashMap<>();
            candidate
                    .path("signals")
                    .properties()
                    .forEach(each -> values.put(each.getKey(), each.getValue().asDouble()));
            signals.add(values);
            right.add(candidate.path("right").asBoolean());
        }
        boolean[] flags = new boolean[right.size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = right.get(i);
        }
        return signals.isEmpty()
                ? Optional.empty()
                : Optional.of(new SignalCase(row.path("answerable").asBoolean(), signals, flags));
    }

    double[][] rows(List<String> names) {
        return signals.stream()
                .map(values -> names.stream()
                        .mapToDouble(name -> values.getOrDefault(name, 0.0))
                        .toArray())
                .toArray(double[][]::new);
    }

    /** Indices of the sentences, the highest score first. */
    List<Integer> order(List<String> names, double[] weights) {
        double[][] rows = rows(names);
        return IntStream.range(0, rows.length)
                .boxed()
                .sorted((a, b) -> Double.compare(
                        ListwiseLearner.score(rows[b], weights), ListwiseLearner.score(rows[a], weights)))
                .toList();
    }
}
