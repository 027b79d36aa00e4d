package bangban.bench.search;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Milliseconds of runs of one search. */
record Latencies(double[] sorted) {

    static Latencies of(
            List<SyntheticQuestion> warmUp, List<SyntheticQuestion> questions, Consumer<SyntheticQuestion> search) {
        warmUp.forEach(search);
        double[] millis = new double[questions.size()];
        for (int i = 0; i < millis.length; i++) {
            long start = System.nanoTime();
            search.accept(questions.get(i));
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return new Latencies(millis);
    }

    double percentile(int percent) {
        return sorted[Math.max(0, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
    }

    Map<String, Object> figures() {
        return Map.of("p50", rounded(percentile(50)), "p95", rounded(percentile(95)));
    }

    static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
