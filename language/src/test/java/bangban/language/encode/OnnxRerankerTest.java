package bangban.language.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class OnnxRerankerTest {

    private static final OnnxReranker RERANKER = new OnnxReranker();
    private static final String MARRIAGE = "考勤管理办法 假期 员工结婚的，凭结婚证享受婚假13日。";
    private static final String BEREAVEMENT = "考勤管理办法 假期 直系亲属去世的，给予丧假3日。";
    private static final String PARKING = "后勤服务指南 停车 访客车辆停放在北门停车场。";

    @AfterAll
    static void close() {
        RERANKER.close();
    }

    @Test
    void theSentenceThatAnswersIsAheadThoughItSharesNoWordWithTheQuestion() {
        List<Double> scores = RERANKER.scores("我下月领证办酒，能歇几天", List.of(BEREAVEMENT, PARKING, MARRIAGE));

        assertThat(scores.get(2)).isGreaterThan(scores.get(0)).isGreaterThan(scores.get(1));
    }

    @Test
    void scoresAreInTheOrderOfTheTextsAndDoNotDependOnTheirNeighbours() {
        List<Double> together = RERANKER.scores("客人来了车停哪", List.of(MARRIAGE, PARKING));

        assertThat(together.get(1))
                .isEqualTo(RERANKER.scores("客人来了车停哪", List.of(PARKING)).getFirst());
    }

    @Test
    void whatLiesBeyondItsWindowIsNotRead() {
        String window = "办法 " + "值班人员应当每两小时巡查一次并记录。".repeat(40);

        assertThat(RERANKER.scores("几小时巡查一次", List.of(window + "尾巴")))
                .isEqualTo(RERANKER.scores("几小时巡查一次", List.of(window)));
    }

    @Test
    void nothingToReadGivesNoScores() {
        assertThat(RERANKER.scores("几天", List.of())).isEmpty();
        assertThat(RERANKER.scores("", List.of(""))).hasSize(1);
    }
}
