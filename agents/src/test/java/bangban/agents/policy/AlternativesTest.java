package bangban.agents.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bangban.config.ConfigException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlternativesTest {

    private static final Alternatives ALTERNATIVES =
            Alternatives.parse(List.of("# of contracts", "", "固定期限,无固定期限", "男,女", "产假,陪产假"));

    @ParameterizedTest
    @CsvSource({
        "男职工休几天, 女职工享受98天产假。, true",
        "男职工多少岁退休, 男职工六十岁、女职工五十岁退休。, false",
        "职工休几天产假, 女职工享受98天产假。, false",
        "无固定期限合同怎么签, 固定期限合同到期终止。, true",
        "固定期限合同怎么签, 固定期限合同应当书面订立。, false",
        "陪产假有几天, 产假为98天。, true"
    })
    void whatTheQuestionDoesNotNameExcludesTheSentence(String question, String sentence, boolean excluded) {
        assertThat(ALTERNATIVES.exclude(question, sentence)).isEqualTo(excluded);
    }

    @Test
    void aGroupOfOneWordIsAnErrorThatNamesItsLine() {
        assertThatThrownBy(() -> Alternatives.parse(List.of("男,女", "孤")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("孤");
    }
}
