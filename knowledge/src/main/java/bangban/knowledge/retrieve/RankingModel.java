package bangban.knowledge.retrieve;

import java.util.EnumMap;
import java.util.Map;

/** A weighted sum of features. */
public record RankingModel(Map<Feature, Double> weights) {

    /**
     * Learned with {@code bangban bench retrieval-tune} (listwise softmax) on 514 lay legal questions, each seen through an
     * adapter that was learned without it; CLAUSE, TITLE and CODE are set by
     * hand, since those questions rarely name a clause, a document or a code.
     */
    public static final RankingModel DEFAULT = new RankingModel(Map.of(
            Feature.WORDS, 0.184,
            Feature.MEANING, 0.735,
            Feature.COVERAGE, 4.505,
            Feature.SENTENCE, 1.512,
            Feature.DOCUMENT, 0.366,
            Feature.CLUSTER, 0.211,
            Feature.LENGTH, -0.118,
            Feature.CLAUSE, 6.0,
            Feature.TITLE, 1.0,
            Feature.CODE, 2.0));

    public RankingModel {
        EnumMap<Feature, Double> all = new EnumMap<>(Feature.class);
        for (Feature feature : Feature.values()) {
            all.put(feature, weights.getOrDefault(feature, 0.0));
        }
        weights = Map.copyOf(all);
    }

    double score(Map<Feature, Double> features) {
        double sum = 0;
        for (Map.Entry<Feature, Double> feature : features.entrySet()) {
            sum += weights.getOrDefault(feature.getKey(), 0.0) * feature.getValue();
        }
        return sum;
    }
}
