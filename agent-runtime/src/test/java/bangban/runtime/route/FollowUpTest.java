package bangban.runtime.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FollowUpTest {

    @ParameterizedTest
    @ValueSource(strings = {"那出国呢？", "换成英文", "为什么？", "详细说说", "如果是副处级呢", "why?", "what about last month?"})
    void knowsMessagesThatMeanNothingAlone(String message) {
        assertThat(FollowUp.of(message)).isEqualTo(FollowUp.CERTAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"三月份呢？", "再查一下库存", "其中二号高炉", "and then export it"})
    void knowsMessagesThatMayGoOn(String message) {
        assertThat(FollowUp.of(message)).isEqualTo(FollowUp.LIKELY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "出差住宿标准是多少？", "查一下本月产量", "那我想问一下去年集团的营业收入一共是多少呢", "translate this contract"})
    void leavesOthersAlone(String message) {
        assertThat(FollowUp.of(message)).isEqualTo(FollowUp.NONE);
    }
}
