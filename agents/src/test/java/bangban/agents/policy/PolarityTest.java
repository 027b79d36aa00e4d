package bangban.agents.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolarityTest {

    @ParameterizedTest
    @CsvSource({
        "严禁将印章携带外出。, FORBIDDEN",
        "投标人不得相互串通。, FORBIDDEN",
        "Visitors must not smoke., FORBIDDEN",
        "小额采购无需招标。, UNNECESSARY",
        "出差应当事先批准。, REQUIRED",
        "Visitors must wear a helmet., REQUIRED",
        "处级以上人员可以乘坐一等座。, ALLOWED",
        "Staff may work from home., ALLOWED",
        "违约金的数额不得超过培训费用。, STATED",
        "年休假为十天。, STATED"
    })
    void tellsWhatARuleSays(String sentence, Polarity polarity) {
        assertThat(Polarity.of(sentence)).isEqualTo(polarity);
    }

    @ParameterizedTest
    @CsvSource({"应急预案由安全部编制。, STATED", "应收账款每月核对。, STATED"})
    void aWordThatOnlyHoldsTheCharacterIsNoDuty(String sentence, Polarity polarity) {
        assertThat(Polarity.of(sentence)).isEqualTo(polarity);
    }
}
