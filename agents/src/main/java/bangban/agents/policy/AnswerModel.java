package bangban.agents.policy;

import java.util.Map;

/**
 * A weighted sum of signals. Both models were fitted by {@code bangban bench answers-tune} on the development questions over laws and
 * three enterprises, none of which the reranker was fitted on, ELSEWHERE set by hand; {@code docs/evaluation.md} tells about the
 * questions.
 */
record AnswerModel(double intercept, Map<Signal, Double> weights) {

    /** Which sentence answers best: conditional logistic regression over a question's candidates, any right one of them (McFadden 1974). */
    static final AnswerModel RANKING = new AnswerModel(
            0,
            Map.ofEntries(
                    Map.entry(Signal.CLAUSE, 2.22),
                    Map.entry(Signal.PAIRS, -1.77),
                    Map.entry(Signal.MISSED, -0.01),
                    Map.entry(Signal.REFERRED, 2.61),
                    Map.entry(Signal.MEANING, 2.99),
                    Map.entry(Signal.UNIT_MEANING, 4.43),
                    Map.entry(Signal.PASSAGE_MEANING, 2.58),
                    Map.entry(Signal.TOKENS, 3.39),
                    Map.entry(Signal.OWN_TOKENS, 6.89),
                    Map.entry(Signal.READ, 0.41),
                    Map.entry(Signal.FOCUS, -1.22),
                    Map.entry(Signal.RANK, 1.43),
                    Map.entry(Signal.BEHIND, 0.97),
                    Map.entry(Signal.FITS, 1.24),
                    Map.entry(Signal.UNIT_ASKED, 0.80),
                    Map.entry(Signal.BOUND, 0.96),
                    Map.entry(Signal.DEFINES, 9.48),
                    Map.entry(Signal.SANCTION, 0.80),
                    Map.entry(Signal.SANCTION_UNASKED, -2.87),
                    Map.entry(Signal.NEGATIVE, 1.61),
                    Map.entry(Signal.LIST, 2.56),
                    Map.entry(Signal.LEAD_IN, 3.25),
                    Map.entry(Signal.RANGE, 1.70),
                    Map.entry(Signal.ROW_KEY, 0.60),
                    Map.entry(Signal.TITLE, 0.72),
                    Map.entry(Signal.TITLE_BEYOND, -0.60),
                    Map.entry(Signal.LENGTH, -0.58),
                    Map.entry(Signal.ROW, -0.59),
                    Map.entry(Signal.OTHER_THING, -2.31),
                    Map.entry(Signal.NOTE, -1.24),
                    Map.entry(Signal.ELSEWHERE, -1.50)));

    /** Whether a sentence answers or merely comes close: logistic regression over the best candidates. */
    static final AnswerModel ANSWERABILITY = new AnswerModel(
            -4.83,
            Map.ofEntries(
                    Map.entry(Signal.CLAUSE, 0.52),
                    Map.entry(Signal.PAIRS, -0.14),
                    Map.entry(Signal.MISSED, -0.24),
                    Map.entry(Signal.REFERRED, 1.39),
                    Map.entry(Signal.MEANING, 1.45),
                    Map.entry(Signal.UNIT_MEANING, 2.05),
                    Map.entry(Signal.PASSAGE_MEANING, 1.50),
                    Map.entry(Signal.TOKENS, 2.12),
                    Map.entry(Signal.OWN_TOKENS, 2.14),
                    Map.entry(Signal.READ, 0.28),
                    Map.entry(Signal.FITS, 0.82),
                    Map.entry(Signal.UNIT_ASKED, -0.10),
                    Map.entry(Signal.BOUND, 0.54),
                    Map.entry(Signal.DEFINES, 0.69),
                    Map.entry(Signal.SANCTION, 0.58),
                    Map.entry(Signal.SANCTION_UNASKED, -1.11),
                    Map.entry(Signal.LIST, 0.89),
                    Map.entry(Signal.LEAD_IN, 0.43),
                    Map.entry(Signal.RANGE, 0.69),
                    Map.entry(Signal.OTHER_THING, -3.72),
                    Map.entry(Signal.ROW, -0.03)));

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
