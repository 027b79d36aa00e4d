package bangban.agents.policy;

import java.util.Map;

/**
 * A weighted sum of signals. Both models were fitted by {@code bangban bench answers-tune} on the development
 * questions over laws and the demo enterprise; OTHER_THING was set by hand. {@code docs/evaluation.md} tells about the questions.
 */
record AnswerModel(double intercept, Map<Signal, Double> weights) {

    /** Which sentence answers best: conditional logistic regression over a question's candidates, any right one of them (McFadden 1974). */
    static final AnswerModel RANKING = new AnswerModel(
            0,
            Map.ofEntries(
                    Map.entry(Signal.CLAUSE, 4.92),
                    Map.entry(Signal.PAIRS, 2.61),
                    Map.entry(Signal.MISSED, -1.70),
                    Map.entry(Signal.REFERRED, 5.38),
                    Map.entry(Signal.MEANING, 6.80),
                    Map.entry(Signal.UNIT_MEANING, 9.80),
                    Map.entry(Signal.PASSAGE_MEANING, 4.11),
                    Map.entry(Signal.TOKENS, 6.97),
                    Map.entry(Signal.OWN_TOKENS, 6.17),
                    Map.entry(Signal.FOCUS, 1.05),
                    Map.entry(Signal.RANK, 1.20),
                    Map.entry(Signal.BEHIND, 0.47),
                    Map.entry(Signal.FITS, 2.52),
                    Map.entry(Signal.UNIT_ASKED, 2.84),
                    Map.entry(Signal.BOUND, 1.65),
                    Map.entry(Signal.DEFINES, 7.33),
                    Map.entry(Signal.SANCTION, 0.84),
                    Map.entry(Signal.SANCTION_UNASKED, -1.13),
                    Map.entry(Signal.NEGATIVE, 2.00),
                    Map.entry(Signal.LIST, 4.30),
                    Map.entry(Signal.LEAD_IN, 2.01),
                    Map.entry(Signal.RANGE, 3.28),
                    Map.entry(Signal.ROW_KEY, 0.75),
                    Map.entry(Signal.TITLE, 0.84),
                    Map.entry(Signal.TITLE_BEYOND, -1.20),
                    Map.entry(Signal.LENGTH, -0.67),
                    Map.entry(Signal.ROW, -0.59),
                    Map.entry(Signal.NOTE, -4.54),
                    Map.entry(Signal.OTHER_THING, -3.00)));

    /** Whether a sentence answers or merely comes close: logistic regression over the best candidates. */
    static final AnswerModel ANSWERABILITY = new AnswerModel(
            -13.99,
            Map.ofEntries(
                    Map.entry(Signal.CLAUSE, 0.69),
                    Map.entry(Signal.PAIRS, 1.23),
                    Map.entry(Signal.MISSED, -1.70),
                    Map.entry(Signal.REFERRED, 1.10),
                    Map.entry(Signal.MEANING, 5.17),
                    Map.entry(Signal.UNIT_MEANING, 5.55),
                    Map.entry(Signal.PASSAGE_MEANING, 4.53),
                    Map.entry(Signal.TOKENS, 4.20),
                    Map.entry(Signal.OWN_TOKENS, 3.69),
                    Map.entry(Signal.FITS, 0.37),
                    Map.entry(Signal.UNIT_ASKED, -0.38),
                    Map.entry(Signal.BOUND, 0.13),
                    Map.entry(Signal.DEFINES, 0.65),
                    Map.entry(Signal.SANCTION, 0.96),
                    Map.entry(Signal.SANCTION_UNASKED, 0.65),
                    Map.entry(Signal.LIST, 0.92),
                    Map.entry(Signal.LEAD_IN, -0.48),
                    Map.entry(Signal.RANGE, 0.88),
                    Map.entry(Signal.ROW, 0.70),
                    Map.entry(Signal.OTHER_THING, -4.00)));

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
