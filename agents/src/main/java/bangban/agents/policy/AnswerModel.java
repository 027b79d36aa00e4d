package bangban.agents.policy;

import java.util.Map;

/**
 * A weighted sum of signals. Both models were fitted by {@code bangban bench answers-tune} on the development
 * questions over laws and the demo enterprise, ELSEWHERE set by hand; {@code docs/evaluation.md} tells about the questions.
 */
record AnswerModel(double intercept, Map<Signal, Double> weights) {

    /** Which sentence answers best: conditional logistic regression over a question's candidates, any right one of them (McFadden 1974). */
    static final AnswerModel RANKING = new AnswerModel(
            0,
            Map.ofEntries(
                    Map.entry(Signal.CLAUSE, 5.60),
                    Map.entry(Signal.PAIRS, 2.09),
                    Map.entry(Signal.MISSED, -0.50),
                    Map.entry(Signal.REFERRED, 4.99),
                    Map.entry(Signal.MEANING, 5.48),
                    Map.entry(Signal.UNIT_MEANING, 9.03),
                    Map.entry(Signal.PASSAGE_MEANING, 3.60),
                    Map.entry(Signal.TOKENS, 7.12),
                    Map.entry(Signal.OWN_TOKENS, 6.70),
                    Map.entry(Signal.FOCUS, 1.40),
                    Map.entry(Signal.RANK, 1.00),
                    Map.entry(Signal.BEHIND, 0.49),
                    Map.entry(Signal.FITS, 2.57),
                    Map.entry(Signal.UNIT_ASKED, 2.88),
                    Map.entry(Signal.BOUND, 1.66),
                    Map.entry(Signal.DEFINES, 7.33),
                    Map.entry(Signal.SANCTION, 0.78),
                    Map.entry(Signal.SANCTION_UNASKED, -1.06),
                    Map.entry(Signal.NEGATIVE, 1.64),
                    Map.entry(Signal.LIST, 3.69),
                    Map.entry(Signal.LEAD_IN, 1.81),
                    Map.entry(Signal.RANGE, 3.20),
                    Map.entry(Signal.ROW_KEY, 0.43),
                    Map.entry(Signal.TITLE, 1.02),
                    Map.entry(Signal.TITLE_BEYOND, -1.25),
                    Map.entry(Signal.LENGTH, -0.64),
                    Map.entry(Signal.ROW, -0.09),
                    Map.entry(Signal.OTHER_THING, -2.77),
                    Map.entry(Signal.NOTE, -4.40),
                    Map.entry(Signal.ELSEWHERE, -1.50)));

    /** Whether a sentence answers or merely comes close: logistic regression over the best candidates. */
    static final AnswerModel ANSWERABILITY = new AnswerModel(
            -15.26,
            Map.ofEntries(
                    Map.entry(Signal.CLAUSE, 1.10),
                    Map.entry(Signal.PAIRS, 1.15),
                    Map.entry(Signal.MISSED, -1.42),
                    Map.entry(Signal.REFERRED, 1.07),
                    Map.entry(Signal.MEANING, 5.81),
                    Map.entry(Signal.UNIT_MEANING, 5.85),
                    Map.entry(Signal.PASSAGE_MEANING, 4.59),
                    Map.entry(Signal.TOKENS, 4.59),
                    Map.entry(Signal.OWN_TOKENS, 3.97),
                    Map.entry(Signal.FITS, 0.41),
                    Map.entry(Signal.UNIT_ASKED, -0.30),
                    Map.entry(Signal.BOUND, 0.04),
                    Map.entry(Signal.DEFINES, 0.63),
                    Map.entry(Signal.SANCTION, 0.91),
                    Map.entry(Signal.SANCTION_UNASKED, 0.03),
                    Map.entry(Signal.LIST, 0.94),
                    Map.entry(Signal.LEAD_IN, -0.35),
                    Map.entry(Signal.RANGE, 0.89),
                    Map.entry(Signal.OTHER_THING, -3.67),
                    Map.entry(Signal.ROW, 0.56)));

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
