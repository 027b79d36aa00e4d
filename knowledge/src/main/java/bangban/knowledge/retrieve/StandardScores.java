package bangban.knowledge.retrieve;

import bangban.knowledge.index.PassageIndex.Hit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A list's scores with their mean and standard deviation taken out. */
record StandardScores(Map<String, Double> raw, double lowest, double mean, double deviation) {

    static StandardScores of(List<Hit> hits) {
        Map<String, Double> raw = new HashMap<>();
        double lowest = Double.POSITIVE_INFINITY;
        double sum = 0;
        double squares = 0;
        for (Hit hit : hits) {
            raw.put(hit.passage().id(), hit.score());
            lowest = Math.min(lowest, hit.score());
            sum += hit.score();
            squares += hit.score() * hit.score();
        }
        if (hits.isEmpty()) {
            return new StandardScores(raw, 0, 0, 1);
        }
        double mean = sum / hits.size();
        double variance = Math.max(0, squares / hits.size() - mean * mean);
        return new StandardScores(raw, lowest, mean, Math.max(Math.sqrt(variance), 1e-6));
    }

    double rawOf(String id) {
        return raw.getOrDefault(id, lowest);
    }

    double of(String id) {
        return of(rawOf(id));
    }

    double of(double score) {
        return (score - mean) / deviation;
    }
}
