package bangban.knowledge.retrieve;

import bangban.knowledge.index.PassageIndex.Hit;
import java.util.List;
import java.util.Map;

/** Two ranked lists into one score a passage. */
interface Fusion {

    /** Passage id to score, for all of either list. */
    Map<String, Double> fuse(List<Hit> words, List<Hit> meaning);
}
