package bangban.agents.policy;

/**
 * A candidate and what speaks for it.
 *
 * @param other 1 where the clause is about another numbered thing than the question, else 0
 * @param sentenceCoverage share of the question's weighted terms in the sentence itself, 0 to 1
 * @param coverage the same with lead-in, headings and the rest of the clause counted at a discount, 0 to 1
 * @param headingCoverage the same in title and headings alone, 0 to 1
 * @param similarity cosine of question and sentence under the encoder
 * @param unitSimilarity cosine of question and the whole paragraph
 * @param fits 1 where the sentence holds what the kind of question asks for
 * @param range 1 where a range of the sentence holds an amount of the question or a row is that of a word in it, -1 where all ranges miss
 *     the amount, else 0
 * @param retrieval from the passage's rank among those found: 1 for the first, falling
 * @param rule 0 for a personal note, else 1
 */
record Scored(
        Candidate candidate,
        double other,
        double sentenceCoverage,
        double coverage,
        double headingCoverage,
        double similarity,
        double unitSimilarity,
        double fits,
        double range,
        double retrieval,
        double rule) {

    /** Weights learned on the development questions, see docs/evaluation.md. */
    double score() {
        return 0.8 * sentenceCoverage
                + 0.8 * coverage
                + 0.3 * headingCoverage
                + 1.3 * similarity
                + 0.7 * unitSimilarity
                + 0.55 * fits
                + 0.5 * range
                + 0.4 * retrieval
                + 0.2 * rule
                - 0.8 * other;
    }

    Scored with(double sentence, double unit) {
        return new Scored(
                candidate,
                other,
                sentenceCoverage,
                coverage,
                headingCoverage,
                sentence,
                unit,
                fits,
                range,
                retrieval,
                rule);
    }

    /** The same for a candidate that stands for this one. */
    Scored about(Candidate standing) {
        return new Scored(
                standing,
                other,
                sentenceCoverage,
                coverage,
                headingCoverage,
                similarity,
                unitSimilarity,
                fits,
                range,
                retrieval,
                rule);
    }
}
