package bangban.agents.policy;

import java.util.Map;

/**
 * A weighted sum of signals. Both models are fitted by {@code bench answer-model} on the development questions over laws and the demo
 * enterprise; {@code docs/evaluation.md} has the figures.
 */
record AnswerModel(double intercept, Map<Signal, Double> weights) {

    /** Which sentence answers best: conditional logistic regression over a question's candidates (McFadden 1974). */
    static final AnswerModel RANKING = new AnswerModel(
            0,
            Map.ofEntries(
                    Map.entry(Signal.CLAUSE, 5.50),
                    Map.entry(Signal.REFERRED, 4.22),
                    Map.entry(Signal.MEANING, 1.25),
                    Map.entry(Signal.UNIT_MEANING, 12.99),
                    Map.entry(Signal.PASSAGE_MEANING, 6.80),
                    Map.entry(Signal.RANK, 1.20),
                    Map.entry(Signal.BEHIND, 0.65),
                    Map.entry(Signal.FITS, 1.20),
                    Map.entry(Signal.UNIT_ASKED, 0.75),
                    Map.entry(Signal.BOUND, 0.83),
                    Map.entry(Signal.DEFINES, 3.03),
                    Map.entry(Signal.SANCTION, 1.21),
                    Map.entry(Signal.SANCTION_UNASKED, -1.82),
                    Map.entry(Signal.NEGATIVE, 1.51),
                    Map.entry(Signal.LIST, 1.89),
                    Map.entry(Signal.LEAD_IN, 2.10),
                    Map.entry(Signal.RANGE, 0.31),
                    Map.entry(Signal.ROW_KEY, 1.25),
                    Map.entry(Signal.OTHER_THING, -3.00),
                    Map.entry(Signal.TITLE, 1.23),
                    Map.entry(Signal.TITLE_BEYOND, -0.96),
                    Map.entry(Signal.LENGTH, -0.42),
                    Map.entry(Signal.ROW, 0.19),
                    Map.entry(Signal.NOTE, -1.98)));

    /** Whether a sentence answers or merely comes close: logistic regression over the best candidates. */
    static final AnswerModel ANSWERABILITY = new AnswerModel(
            -13.92,
            Map.ofEntries(
                    Map.entry(Signal.CLAUSE, 1.66),
                    Map.entry(Signal.PAIRS, 1.86),
                    Map.entry(Signal.MEANING, 5.13),
                    Map.entry(Signal.UNIT_MEANING, 8.45),
                    Map.entry(Signal.PASSAGE_MEANING, 7.03),
                    Map.entry(Signal.FITS, 0.60),
                    Map.entry(Signal.DEFINES, 1.07),
                    Map.entry(Signal.REFERRED, 5.62),
                    Map.entry(Signal.BOUND, 0.47),
                    Map.entry(Signal.LIST, 1.36),
                    Map.entry(Signal.ROW, 1.24),
                    Map.entry(Signal.MISSED, -1.74),
                    Map.entry(Signal.OTHER_THING, -4.0)));

    AnswerModel {
        weights = Map.copyOf(weights);
    }

    double score(Map<Signal, Double> signals) {
        double sum = intercept;
        for (Map.Entry<Signal, Double> weight : weights.entrySet()) {
            sum += weight.getValue() * signals.getOrDefault(weight.getKey(), 0.0);
        }
        return sum;
    }

    /** The score through the logistic function, 0 to 1. */
    double probability(Map<Signal, Double> signals) {
        return 1 / (1 + Math.exp(-score(signals)));
    }
}
