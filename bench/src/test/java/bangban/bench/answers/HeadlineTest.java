package bangban.bench.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlineTest {

    @ParameterizedTest
    @CsvSource({
        "'**不得少于二十日**：自招标文件开始发出之日起', 二十日, RIGHT",
        "'**42天**：怀孕满4个月流产的', 15天, WRONG",
        "'**不可以**：投标人不得相互串通', 不得相互串通, RIGHT",
        "'**可以**：经批准可以', 不得再次分包, WRONG",
        "'**Generally no**: the rule says', 不得再次分包, RIGHT",
        "'**需要**：应当事先批准', 不得超过三天, NONE",
        "'**按集团规定执行**：十日内', 十日, NONE",
        "'自招标文件发出之日起**二十日**：', 二十日, NONE"
    })
    void theEmphasisedWordsAreHeldAgainstWhatWasExpected(String text, String accepted, Headline headline) {
        assertThat(Headline.of(text, List.of(accepted))).isEqualTo(headline);
    }
}
