package bangban.agents.policy;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.agents.FakeTurn;
import bangban.config.ConfigFolder;
import bangban.runtime.agent.Question;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class UnderstandingTest {

    private final Understanding understanding =
            new Understanding(EnglishLexicon.load(new ConfigFolder(Path.of("../config"))));

    @Test
    void courtesiesAreNotSearched() {
        assertThat(understand("请问，年假有几天").search()).isEqualTo("年假有几天");
        assertThat(understand("Could you tell me who approves overtime?").query())
                .isEqualTo("who approves overtime?");
    }

    @Test
    void withoutADayTodaysRulesCount() {
        PolicyRequest request = understand("年假有几天");

        assertThat(request.day()).isEqualTo(FakeTurn.TODAY);
        assertThat(request.dayNamed()).isFalse();
    }

    @Test
    void aNamedDayCountsAndIsNotSearched() {
        PolicyRequest request = understand("2023年的时候出差住宿标准是多少");

        assertThat(request.day()).isEqualTo(LocalDate.of(2023, 12, 31));
        assertThat(request.dayNamed()).isTrue();
        assertThat(request.search()).contains("住宿标准").doesNotContain("2023");
    }

    @Test
    void theDayThatWasSetCountsMoreThanTheOneInTheWords() {
        PolicyRequest request = understanding.understand(FakeTurn.question("去年的住宿标准", LocalDate.of(2020, 5, 1)));

        assertThat(request.day()).isEqualTo(LocalDate.of(2020, 5, 1));
        assertThat(request.dayNamed()).isTrue();
    }

    @Test
    void anEnglishQuestionIsSearchedInChineseToo() {
        PolicyRequest request = understand("How many days of annual leave am I entitled to?");

        assertThat(request.chinese()).contains("年").isNotBlank();
        assertThat(request.search()).contains("annual leave").contains(request.chinese());
        assertThat(understand("年假有几天").chinese()).isEmpty();
    }

    @Test
    void aFollowUpIsSearchedWithItsSubject() {
        PolicyRequest request = understanding.understand(
                FakeTurn.question("那出国呢？", null, new Question.Exchange("出差住宿标准是多少", "policy", "…")));

        assertThat(request.search()).contains("出国").contains("住宿");
        assertThat(request.kind()).isEqualTo(QuestionKind.MONEY);
    }

    private PolicyRequest understand(String text) {
        return understanding.understand(FakeTurn.question(text, null));
    }
}
