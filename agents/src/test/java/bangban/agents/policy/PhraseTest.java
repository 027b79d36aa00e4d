package bangban.agents.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PhraseTest {

    @Test
    void anAmountComesWithItsBound() {
        assertThat(quantity("住宿费每人每天不超过500元。", "住宿费最多多少钱", QuestionKind.MONEY))
                .hasValueSatisfying(words -> assertThat(words).contains("不超过500元"));
        assertThat(quantity("投标文件的提交期限不得少于20日。", "提交期限最短多久", QuestionKind.DURATION))
                .hasValueSatisfying(words -> assertThat(words).contains("不得少于20日"));
    }

    @Test
    void aRangeIsOneAnswer() {
        assertThat(quantity("处五千元以上五万元以下的罚款。", "罚多少钱", QuestionKind.MONEY))
                .hasValueSatisfying(words -> assertThat(words).contains("五千元以上五万元以下"));
    }

    @Test
    void whatTheQuestionNamesItselfIsNotTheAnswer() {
        assertThat(quantity("工作满10年的，年休假15天。", "工作满10年年假几天", QuestionKind.DURATION))
                .hasValueSatisfying(words -> assertThat(words).contains("15天").doesNotContain("10年"));
    }

    @Test
    void anotherKindOfQuantityDoesNotAnswer() {
        assertThat(quantity("应当在30日内提出。", "罚多少钱", QuestionKind.MONEY)).isEmpty();
        assertThat(quantity("由部门负责人审批。", "要多少天", QuestionKind.DURATION)).isEmpty();
    }

    @Test
    void whoActsIsFound() {
        assertThat(actor("印章外借由综合管理部负责审批。")).contains("综合管理部");
        assertThat(actor("出差由部门负责人审批。")).contains("部门负责人");
        assertThat(actor("超过五万元的，报总经理审批。")).contains("总经理");
    }

    private static Optional<String> quantity(String sentence, String question, QuestionKind kind) {
        return Phrase.quantity(sentence, question, kind, span -> 0)
                .map(span -> sentence.substring(span.start(), span.end()));
    }

    private static Optional<String> actor(String sentence) {
        return Phrase.actor(sentence).map(span -> sentence.substring(span.start(), span.end()));
    }
}
