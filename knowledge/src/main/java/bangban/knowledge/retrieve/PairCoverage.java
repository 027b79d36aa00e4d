package bangban.knowledge.retrieve;

import bangban.language.analyze.CharacterPairs;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How much of a question a text covers: its character pairs weighted by rarity. */
public final class PairCoverage {

    private final Map<Integer, Double> rarity = new HashMap<>();
    private final double total;

    PairCoverage(List<String> pairs, List<Double> rarities) {
        for (int i = 0; i < pairs.size(); i++) {
            rarity.put(CharacterPairs.number(pairs.get(i)), rarities.get(i));
        }
        total = rarity.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** 0 to 1; 0 for a question without Chinese characters. */
    public double of(String text) {
        if (total == 0) {
            return 0;
        }
        Set<Integer> seen = new HashSet<>();
        double[] covered = {0};
        CharacterPairs.forEach(text, pair -> {
            Double weight = rarity.get(pair);
            if (weight != null && seen.add(pair)) {
                covered[0] += weight;
            }
        });
        return covered[0] / total;
    }
}
