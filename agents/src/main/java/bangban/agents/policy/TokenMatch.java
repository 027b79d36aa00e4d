package bangban.agents.policy;

import bangban.language.encode.EncodedText;
import bangban.language.encode.TextEncoder;
import java.util.List;

/**
 * Compares token by token: each of the question's tokens with the closest of the sentence's (late interaction; Khattab and Zaharia,
 * ColBERT, SIGIR 2020), so that 抽烟 finds 吸烟 though they share no character pair and the sentence's vector would blur them.
 */
final class TokenMatch {

    /** Of a question's token that belongs to no term: 吗, 的. */
    private static final double SLIGHT = 0.15;

    private final List<EncodedText.Token> tokens;
    private final double[] weights;

    /** @param text of the question, from which {@code question} was encoded */
    TokenMatch(String text, EncodedText question, TermWeights terms) {
        tokens = question.tokens();
        String normal = TermWeights.normal(text);
        weights = tokens.stream()
                .mapToDouble(token -> SLIGHT + terms.weightAt(normal, token.start(), token.end()))
                .toArray();
    }

    /**
     * The weighted mean over the question's tokens of the highest cosine with a token of the text, -1 to 1; 0 where there is none.
     *
     * @param all with any token
     * @param own with a token of the sentence itself
     */
    record Closest(double all, double own) {

        static final Closest NONE = new Closest(0, 0);

        Closest or(Closest other) {
            return new Closest(Math.max(all, other.all), Math.max(own, other.own));
        }
    }

    /** @param from where in the text the sentence itself begins, behind title, heading and lead-in */
    Closest with(EncodedText text, int from) {
        double sum = 0;
        double ownSum = 0;
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            float[] asked = tokens.get(i).vector();
            double most = -1;
            double ownMost = -1;
            for (EncodedText.Token token : text.tokens()) {
                double cosine = TextEncoder.cosine(asked, token.vector());
                most = Math.max(most, cosine);
                ownMost = token.start() >= from ? Math.max(ownMost, cosine) : ownMost;
            }
            sum += weights[i] * most;
            ownSum += weights[i] * ownMost;
            total += weights[i];
        }
        return total == 0 || text.tokens().isEmpty() ? Closest.NONE : new Closest(sum / total, ownSum / total);
    }
}
