package bangban.knowledge.retrieve;

import bangban.knowledge.chunk.Passage;
import java.util.Map;

/** A passage of the first stage with what the ranking model sees of it. */
public record Candidate(Passage passage, double wordScore, double cosine, Map<Feature, Double> features) {

    public Candidate {
        features = Map.copyOf(features);
    }
}
