package bangban.agents.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * A segment where it stands in its sentence.
 *
 * @param index of the segment in its sentence
 * @param ranked true where the sentence is the one that ranked first
 */
record Stretch(Candidate sentence, List<Segment> segments, int index, boolean ranked) {

    /** Every segment of the paragraph that {@code best} is a sentence of. */
    static List<Stretch> ofParagraph(Candidate best) {
        List<Stretch> stretches = new ArrayList<>();
        for (Candidate sentence : Candidates.of(best.document(), best.passage(), best.rank())) {
            if (sentence.unit().equals(best.unit())) {
                List<Segment> segments = Segment.in(sentence.text());
                for (int i = 0; i < segments.size(); i++) {
                    stretches.add(new Stretch(sentence, segments, i, sentence.start() == best.start()));
                }
            }
        }
        return stretches;
    }

    Segment segment() {
        return segments.get(index);
    }

    /** True where the sentence goes on in its items. */
    boolean leads() {
        return Candidates.announces(sentence.text());
    }

    /** What holds for the segment: the conditions right before it and the words that lead to the item it is in. */
    String conditions() {
        StringBuilder conditions = new StringBuilder(sentence.leadIn());
        for (int i = index - 1; i >= 0 && segments.get(i).isCondition(); i--) {
            conditions.append('\n').append(segments.get(i).text());
        }
        return conditions.toString();
    }

    /** How much of the question the segment says, with its conditions and, at a discount, with the rest of the sentence: 0 to 1. */
    double coverage(QuestionWeights weights) {
        return weights.coverage(
                new String[] {
                    TermWeights.normal(segment().text()),
                    TermWeights.normal(conditions()),
                    TermWeights.normal(sentence.leadIn() + sentence.text())
                },
                new double[] {1, 0.9, 0.4});
    }
}
