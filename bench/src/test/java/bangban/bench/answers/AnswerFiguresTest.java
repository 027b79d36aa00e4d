package bangban.bench.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerFiguresTest {

    @Test
    void countsWhatEachFigureIsDefinedBy() {
        Map<String, Object> figures = AnswerFigures.of(List.of(
                // right, one gold clause cited of one, two citations of which one is gold
                new Scored(answerable("a", 1), false, true, Headline.RIGHT, 1, 1, 1, 2, 2, 4, 1, 0, 10),
                // wrong, none of two gold clauses, one citation that does not stand in its document, a leak
                new Scored(answerable("b", 2), false, false, Headline.WRONG, 0, 0, 0, 1, 0, 4, 0, 1, 20),
                // refused though answerable
                new Scored(answerable("c", 1), true, false, Headline.NONE, 0, 0, 0, 0, 0, 0, 0, 0, 30),
                // rightly refused
                new Scored(unanswerable("d"), true, false, Headline.NONE, 0, 0, 0, 0, 0, 0, 0, 0, 40),
                // answered what nothing answers
                new Scored(unanswerable("e"), false, false, Headline.NONE, 0, 0, 0, 1, 1, 2, 1, 0, 50)));

        assertThat(figures)
                .containsEntry("cases", 5)
                .containsEntry("answer_match", 0.3333)
                .containsEntry("gold_found@10", 0.3333)
                .containsEntry("citation_precision", 0.3333)
                .containsEntry("citation_recall", 0.25)
                .containsEntry("citation_valid", 0.75)
                .containsEntry("unsupported_rate", 1 - 0.8)
                .containsEntry("refusal", Map.of("precision", 0.5, "recall", 0.5))
                .containsEntry("headline", Map.of("given", 1.0, "precision", 0.5))
                .containsEntry("leaks", 1L)
                .containsEntry("p50_ms", 30L)
                .containsEntry("p95_ms", 50L);
    }

    @Test
    void noCasesGiveNoFailure() {
        assertThat(AnswerFigures.of(List.of())).containsEntry("cases", 0).containsEntry("leaks", 0L);
    }

    @Test
    void aCasePassesWithTheRightAnswerTheRightClauseAndOnlyValidCitations() {
        assertThat(new Scored(answerable("a", 1), false, true, Headline.NONE, 1, 1, 1, 2, 2, 1, 0, 0, 1).passed())
                .isTrue();
        assertThat(new Scored(answerable("a", 1), false, true, Headline.NONE, 0, 0, 0, 2, 2, 1, 0, 0, 1).passed())
                .isFalse();
        assertThat(new Scored(answerable("a", 1), false, true, Headline.NONE, 1, 1, 1, 2, 1, 1, 0, 0, 1).passed())
                .isFalse();
        assertThat(new Scored(unanswerable("a"), true, false, Headline.NONE, 0, 0, 0, 0, 0, 0, 0, 0, 1).passed())
                .isTrue();
        assertThat(new Scored(unanswerable("a"), false, true, Headline.NONE, 0, 0, 0, 0, 0, 0, 0, 0, 1).passed())
                .isFalse();
    }

    private static AnswerCase answerable(String id, int gold) {
        List<AnswerCase.Gold> clauses = List.of(new AnswerCase.Gold("a.md", "第一条"), new AnswerCase.Gold("a.md", "第二条"));
        return new AnswerCase(id, "q", null, null, List.of(), List.of("x"), clauses.subList(0, gold), true);
    }

    private static AnswerCase unanswerable(String id) {
        return new AnswerCase(id, "q", null, null, List.of(), List.of(), List.of(), false);
    }
}
