package bangban.knowledge.retrieve;

import bangban.knowledge.index.PassageIndex.Hit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fuses standard scores (z-scores) of both lists; a passage missing in one list has that list's lowest there.
 *
 * @param meaningShare weight of the list by meaning, 0 to 1
 */
record StandardScoreFusion(double meaningShare) implements Fusion {

    @Override
    public Map<String, Double> fuse(List<Hit> words, List<Hit> meaning) {
        StandardScores byWords = StandardScores.of(words);
        StandardScores byMeaning = StandardScores.of(meaning);
        Map<String, Double> scores = new HashMap<>();
        for (List<Hit> list : List.of(words, meaning)) {
            for (Hit hit : list) {
                String id = hit.passage().id();
                scores.put(id, (1 - meaningShare) * byWords.of(id) + meaningShare * byMeaning.of(id));
            }
        }
        return scores;
    }
}
