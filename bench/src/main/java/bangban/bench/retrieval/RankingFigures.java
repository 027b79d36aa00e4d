package bangban.bench.retrieval;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sums one ranking's figures over queries. */
final class RankingFigures {

    private double ndcg;
    private double recall5;
    private double recall10;
    private double reciprocal;
    private int queries;

    void add(List<String> ranked, Map<String, Integer> relevant) {
        queries++;
        ndcg += ndcg(ranked, relevant, 10);
        recall5 += recall(ranked, relevant, 5);
        recall10 += recall(ranked, relevant, 10);
        for (int i = 0; i < Math.min(10, ranked.size()); i++) {
            if (relevant.containsKey(ranked.get(i))) {
                reciprocal += 1.0 / (i + 1);
                return;
            }
        }
    }

    /** Normalized discounted cumulative gain with gain 2^grade − 1 (Burges et al., ICML 2005). */
    static double ndcg(List<String> ranked, Map<String, Integer> relevant, int depth) {
        double gained = 0;
        for (int i = 0; i < Math.min(depth, ranked.size()); i++) {
            gained += gain(relevant.getOrDefault(ranked.get(i), 0)) / log2(i + 2);
        }
        List<Integer> grades = new ArrayList<>(relevant.values());
        grades.sort((a, b) -> b - a);
        double ideal = 0;
        for (int i = 0; i < Math.min(depth, grades.size()); i++) {
            ideal += gain(grades.get(i)) / log2(i + 2);
        }
        return ideal == 0 ? 0 : gained / ideal;
    }

    private static double gain(int grade) {
        return Math.pow(2, grade) - 1;
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }

    private static double recall(List<String> ranked, Map<String, Integer> relevant, int depth) {
        return (double) new HashSet<>(ranked.subList(0, Math.min(depth, ranked.size())))
                        .stream().filter(relevant::containsKey).count()
                / relevant.size();
    }

    /** Means, to four places. */
    Map<String, Double> means() {
        Map<String, Double> means = new LinkedHashMap<>();
        means.put("ndcg@10", mean(ndcg));
        means.put("recall@5", mean(recall5));
        means.put("recall@10", mean(recall10));
        means.put("mrr@10", mean(reciprocal));
        return means;
    }

    private double mean(double sum) {
        return queries == 0 ? 0 : Math.round(sum / queries * 10_000) / 10_000.0;
    }
}
