package bangban.agents.policy;

import java.util.Map;

/**
 * A weighted sum of signals. Both models were fitted on the development questions over laws and the demo enterprise;
 * {@code docs/evaluation.md} tells about the questions.
 */
record AnswerModel(double intercept, Map<Signal, Double> weights) {

    /** Which sentence answers best: conditional logistic regression over a question's candidates (McFadden 1974). */
    static final AnswerModel RANKING = new AnswerModel(
            0,
            Map.ofEntries(
                    Map.entry(Signal.CLAUSE, 5.47),
                    Map.entry(Signal.REFERRED, 2.76),
                    Map.entry(Signal.MEANING, -1.01),
                    Map.entry(Signal.UNIT_MEANING, 18.56),
                    Map.entry(Signal.PASSAGE_MEANING, 4.83),
                    Map.entry(Signal.RANK, 1.24),
                    Map.entry(Signal.BEHIND, 0.66),
                    Map.entry(Signal.FITS, 1.17),
                    Map.entry(Signal.UNIT_ASKED, 0.78),
                    Map.entry(Signal.BOUND, 0.80),
                    Map.entry(Signal.DEFINES, 2.92),
                    Map.entry(Signal.SANCTION, 1.12),
                    Map.entry(Signal.SANCTION_UNASKED, -1.32),
                    Map.entry(Signal.NEGATIVE, 1.66),
                    Map.entry(Signal.LIST, 2.06),
                    Map.entry(Signal.LEAD_IN, 2.30),
                    Map.entry(Signal.RANGE, 0.29),
                    Map.entry(Signal.ROW_KEY, 1.14),
                    Map.entry(Signal.OTHER_THING, -3.00),
                    Map.entry(Signal.TITLE, 1.27),
                    Map.entry(Signal.TITLE_BEYOND, -0.80),
                    Map.entry(Signal.LENGTH, -0.41),
                    Map.entry(Signal.ROW, -0.16),
                    Map.entry(Signal.NOTE, -1.87)));

    /** Whether a sentence answers or merely comes close: logistic regression over the best candidates. */
    static final AnswerModel ANSWERABILITY = new AnswerModel(
            -13.77,
            Map.ofEntries(
                    Map.entry(Signal.CLAUSE, 1.54),
                    Map.entry(Signal.PAIRS, 2.56),
                    Map.entry(Signal.MEANING, 6.89),
                    Map.entry(Signal.UNIT_MEANING, 5.78),
                    Map.entry(Signal.PASSAGE_MEANING, 7.93),
                    Map.entry(Signal.FITS, 0.38),
                    Map.entry(Signal.DEFINES, 1.05),
                    Map.entry(Signal.REFERRED, 2.29),
                    Map.entry(Signal.BOUND, 0.77),
                    Map.entry(Signal.LIST, 1.53),
                    Map.entry(Signal.ROW, 0.73),
                    Map.entry(Signal.MISSED, -0.91),
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
