package bangban.runtime.route;

import java.util.List;

/**
 * What the classifier makes of a message.
 *
 * @param ranking every label, most probable first; the probabilities sum to 1
 * @param familiarity cosine of the message to the nearest training example, -1 to 1; low means that nothing like it
 *     was seen
 */
public record Classification(List<Scored> ranking, double familiarity) {

    public Classification {
        if (ranking.isEmpty()) {
            throw new IllegalArgumentException("a classification needs at least one label");
        }
        ranking = List.copyOf(ranking);
    }

    public Scored best() {
        return ranking.getFirst();
    }

    /** The probability of a label, 0 for one that the classifier was not trained on. */
    public double probability(String label) {
        return ranking.stream()
                .filter(scored -> scored.label().equals(label))
                .mapToDouble(Scored::probability)
                .findFirst()
                .orElse(0);
    }
}
