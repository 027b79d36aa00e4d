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
                    Map.entry(Signal.CLAUSE, 5.51),
                    Map.entry(Signal.PAIRS, 1.93),
                    Map.entry(Signal.MISSED, -0.81),
                    Map.entry(Signal.REFERRED, 5.47),
                    Map.entry(Signal.MEANING, 5.71),
                    Map.entry(Signal.UNIT_MEANING, 9.31),
                    Map.entry(Signal.PASSAGE_MEANING, 3.29),
                    Map.entry(Signal.TOKENS, 8.21),
                    Map.entry(Signal.OWN_TOKENS, 7.16),
                    Map.entry(Signal.FOCUS, 1.45),
                    Map.entry(Signal.RANK, 1.28),
                    Map.entry(Signal.BEHIND, 0.45),
                    Map.entry(Signal.FITS, 2.58),
                    Map.entry(Signal.UNIT_ASKED, 2.79),
                    Map.entry(Signal.BOUND, 1.68),
                    Map.entry(Signal.DEFINES, 7.64),
                    Map.entry(Signal.SANCTION, 0.83),
                    Map.entry(Signal.SANCTION_UNASKED, -1.05),
                    Map.entry(Signal.NEGATIVE, 1.88),
                    Map.entry(Signal.LIST, 3.76),
                    Map.entry(Signal.LEAD_IN, 2.12),
                    Map.entry(Signal.RANGE, 3.25),
                    Map.entry(Signal.ROW_KEY, 0.59),
                    Map.entry(Signal.TITLE, 1.02),
                    Map.entry(Signal.TITLE_BEYOND, -1.19),
                    Map.entry(Signal.LENGTH, -0.70),
                    Map.entry(Signal.ROW, -0.73),
                    Map.entry(Signal.OTHER_THING, -2.02),
                    Map.entry(Signal.ELSEWHERE, -1.50),
                    Map.entry(Signal.NOTE, -1.11)));

    /** Whether a sentence answers or merely comes close: logistic regression over the best candidates. */
    static final AnswerModel ANSWERABILITY = new AnswerModel(
            -14.53,
            Map.ofEntries(
                    Map.entry(Signal.CLAUSE, 1.01),
                    Map.entry(Signal.PAIRS, 1.13),
                    Map.entry(Signal.MISSED, -1.51),
                    Map.entry(Signal.REFERRED, 1.06),
                    Map.entry(Signal.MEANING, 5.30),
                    Map.entry(Signal.UNIT_MEANING, 5.57),
                    Map.entry(Signal.PASSAGE_MEANING, 4.69),
                    Map.entry(Signal.TOKENS, 4.40),
                    Map.entry(Signal.OWN_TOKENS, 3.88),
                    Map.entry(Signal.FITS, 0.43),
                    Map.entry(Signal.UNIT_ASKED, -0.31),
                    Map.entry(Signal.BOUND, 0.05),
                    Map.entry(Signal.DEFINES, 0.61),
                    Map.entry(Signal.SANCTION, 0.88),
                    Map.entry(Signal.SANCTION_UNASKED, -0.01),
                    Map.entry(Signal.LIST, 0.96),
                    Map.entry(Signal.LEAD_IN, -0.50),
                    Map.entry(Signal.RANGE, 0.83),
                    Map.entry(Signal.OTHER_THING, -3.68),
                    Map.entry(Signal.ROW, 0.48)));

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
