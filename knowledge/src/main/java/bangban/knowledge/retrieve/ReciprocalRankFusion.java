package bangban.knowledge.retrieve;

import bangban.knowledge.index.PassageIndex.Hit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fuses by reciprocal rank (Cormack, Clarke and Büttcher, SIGIR 2009): score(d) = Σ 1 / (k + rank(d)). The baseline.
 *
 * @param k the rank constant; 60 in the paper
 */
record ReciprocalRankFusion(int k) implements Fusion {

    @Override
    public Map<String, Double> fuse(List<Hit> words, List<Hit> meaning) {
        Map<String, Double> scores = new HashMap<>();
        for (List<Hit> list : List.of(words, meaning)) {
            for (int i = 0; i < list.size(); i++) {
                scores.merge(list.get(i).passage().id(), 1.0 / (k + i + 1), Double::sum);
            }
        }
        return scores;
    }
}
