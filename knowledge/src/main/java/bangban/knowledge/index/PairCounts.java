package bangban.knowledge.index;

import java.util.ArrayList;
import java.util.List;

/**
 * How many passages there are, and how many of them have each of some pairs.
 *
 * @param with in the order of the pairs asked for
 */
record PairCounts(int passages, List<Integer> with) {

    PairCounts plus(PairCounts other) {
        List<Integer> sums = new ArrayList<>(with.size());
        for (int i = 0; i < with.size(); i++) {
            sums.add(with.get(i) + other.with.get(i));
        }
        return new PairCounts(passages + other.passages, sums);
    }

    List<Double> rarities() {
        return with.stream()
                .map(count -> Math.log1p((passages - count + 0.5) / (count + 0.5)))
                .toList();
    }
}
