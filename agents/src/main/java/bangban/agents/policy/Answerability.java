package bangban.agents.policy;

/**
 * Whether a sentence answers the question or merely comes close: logistic regression on what speaks for it. The encoder alone cannot
 * tell (its lowest right cosine is 0.44, its highest wrong one 0.60), so coverage of the question's rarest terms weighs as much.
 *
 * <p>Fitted on the development questions over laws and the demo enterprise; {@code docs/evaluation.md} has the figures.
 */
final class Answerability {

    private Answerability() {}

    /** Probability that the sentence answers, 0 to 1. */
    static double of(Scored scored) {
        double z = -14.3
                + 1.1 * scored.sentenceCoverage()
                + 3.2 * scored.coverage()
                + 0.4 * scored.headingCoverage()
                + 10.6 * scored.similarity()
                + 6.8 * scored.unitSimilarity()
                + 1.4 * scored.fits()
                + 1.2 * scored.range()
                - 4.0 * scored.other();
        return 1 / (1 + Math.exp(-z));
    }
}
