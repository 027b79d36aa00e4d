package bangban.bench.routing;

import bangban.runtime.route.CalibrationError;
import bangban.runtime.route.IntentClassifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The figures of section 10 of the design, from the results of all cases. */
final class RoutingFigures {

    private static final int BINS = 15;

    private final List<RoutingResult> results;
    private final List<RoutingResult> labelled;

    RoutingFigures(List<RoutingResult> results) {
        this.results = results;
        labelled = results.stream()
                .filter(result -> result.given().label() != null)
                .toList();
    }

    Map<String, @Nullable Object> all() {
        Map<String, @Nullable Object> figures = new LinkedHashMap<>();
        List<RoutingResult> outOfScope = labelled.stream()
                .filter(result ->
                        IntentClassifier.OUT_OF_SCOPE.equals(result.given().label()))
                .toList();
        figures.put("accuracy", accuracy(labelled));
        figures.put("oos_recall", accuracy(outOfScope));
        figures.put("ece", labelled.isEmpty() ? null : rounded(calibrationError()));
        figures.put("parts_f1", partsF1());
        figures.put("p50_ms", percentile(0.50));
        figures.put("p95_ms", percentile(0.95));
        figures.put("cases", results.size());
        figures.put("unclear", results.stream().filter(RoutingResult::unclear).count());
        return figures;
    }

    /** Null where there is nothing to count. */
    private static @Nullable Double accuracy(List<RoutingResult> results) {
        return results.isEmpty()
                ? null
                : rounded((double) results.stream().filter(RoutingResult::right).count() / results.size());
    }

    private double calibrationError() {
        double[] confidences =
                labelled.stream().mapToDouble(RoutingResult::confidence).toArray();
        boolean[] right = new boolean[confidences.length];
        for (int i = 0; i < right.length; i++) {
            right[i] = labelled.get(i).right();
        }
        return CalibrationError.expected(confidences, right, BINS);
    }

    /** F1 of the labels of all rows with parts, each row's counted as a multiset. */
    private @Nullable Double partsF1() {
        int found = 0;
        int expected = 0;
        int right = 0;
        for (RoutingResult result : results) {
            if (!result.given().parts().isEmpty()) {
                List<String> open = new ArrayList<>(result.given().parts());
                right += (int) result.parts().stream().filter(open::remove).count();
                found += result.parts().size();
                expected += result.given().parts().size();
            }
        }
        return expected == 0 ? null : rounded(2.0 * right / (found + expected));
    }

    /** The nearest-rank percentile. */
    private @Nullable Double percentile(double share) {
        double[] times =
                results.stream().mapToDouble(RoutingResult::ms).sorted().toArray();
        return times.length == 0 ? null : rounded(times[Math.max(0, (int) Math.ceil(share * times.length) - 1)]);
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
