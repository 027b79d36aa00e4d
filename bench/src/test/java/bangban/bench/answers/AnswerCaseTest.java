package bangban.bench.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AnswerCaseTest {

    @Test
    void readsEveryField() {
        AnswerCase read = read("""
                {"id": 7, "question": "住宿标准", "asUser": "staff", "asOf": "2024-05-01", "previous": ["a", "b"], "gold_answer": "500元",
                 "accept": ["五百元"], "gold": [{"file": "a.docx", "clause": "第八条"}, {"file": "b.md"}], "answerable": true, "more": 1}""");

        assertThat(read)
                .isEqualTo(new AnswerCase(
                        "7",
                        "住宿标准",
                        "staff",
                        LocalDate.of(2024, 5, 1),
                        List.of("a", "b"),
                        List.of("500元", "五百元"),
                        List.of(new AnswerCase.Gold("a.docx", "第八条"), new AnswerCase.Gold("b.md", "")),
                        true));
    }

    @Test
    void mostFieldsMayBeAbsent() {
        assertThat(read("{\"question\": \"住宿标准\"}"))
                .isEqualTo(new AnswerCase("3", "住宿标准", null, null, List.of(), List.of(), List.of(), true));
    }

    @Test
    void previousMayBeOneText() {
        assertThat(read("{\"question\": \"那出国呢\", \"previous\": \"住宿标准\"}").previous())
                .containsExactly("住宿标准");
    }

    private static AnswerCase read(String json) {
        return AnswerCase.of(JsonMapper.shared().readTree(json), 3);
    }
}
