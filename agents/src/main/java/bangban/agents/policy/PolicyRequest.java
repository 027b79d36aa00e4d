package bangban.agents.policy;

import bangban.language.sentence.Language;
import java.time.LocalDate;

/**
 * A question about rules, understood.
 *
 * @param question complete in itself, also where the message leaned on the one before
 * @param query the question without its date and courtesies
 * @param chinese for an English question its words in the Chinese of rules, else empty
 * @param focus what a follow-up asks about instead; its words weigh double; empty where the question stands alone
 * @param day whose rules count
 * @param dayNamed true where the asker named the day, so the answer says which version it is from
 */
record PolicyRequest(
        String question,
        String query,
        String chinese,
        String focus,
        QuestionKind kind,
        Language language,
        LocalDate day,
        boolean dayNamed) {

    /** What is searched: the question in both languages where there are two. */
    String search() {
        return chinese.isEmpty() ? query : query + " " + chinese;
    }
}
