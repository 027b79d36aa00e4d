package bangban.agents.policy;

import org.jspecify.annotations.Nullable;

/**
 * The weights of a question's terms, in two languages where it was asked in English; a text is judged in the language it shares more
 * with.
 */
record QuestionWeights(TermWeights asked, @Nullable TermWeights chinese) {

    double coverage(String text) {
        return coverage(new String[] {text}, new double[] {1});
    }

    double coverage(String[] texts, double[] discounts) {
        double covered = asked.coverage(texts, discounts);
        return chinese == null ? covered : Math.max(covered, chinese.coverage(texts, discounts));
    }

    double missed(String... texts) {
        double missed = asked.missed(texts);
        return chinese == null ? missed : Math.min(missed, chinese.missed(texts));
    }
}
