package bangban.agents.policy;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.agents.FakeTurn;
import bangban.config.ConfigFolder;
import bangban.knowledge.chunk.PassageUnit;
import bangban.knowledge.retrieve.Synonyms;
import bangban.language.analyze.TermAnalyzer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RowReadingTest {

    private static final TermAnalyzer ANALYZER = new TermAnalyzer();
    private static final Understanding UNDERSTANDING =
            new Understanding(EnglishLexicon.load(new ConfigFolder(Path.of("../config"))));

    private static final PassageUnit LODGING = new PassageUnit(
            "标准!A7:D7",
            null,
            0,
            20,
            List.of("职级", "一类地区（元/人·天）", "二类地区（元/人·天）", "报销期限"),
            List.of("处级", "600", "450", "30日"));

    @Test
    void theColumnThatTheQuestionNamesAnswersWithItsUnit() {
        RowReading reading = read(LODGING, "处级在二类地区住宿标准是多少");

        assertThat(reading.answer()).contains("450").contains("元");
        assertThat(reading.clause()).isEqualTo("标准!C7");
    }

    @Test
    void anotherColumnOfTheSameRow() {
        assertThat(read(LODGING, "处级在一类地区住宿标准是多少").clause()).isEqualTo("标准!B7");
        assertThat(read(LODGING, "处级的报销期限是多久").answer()).isEqualTo("30日");
    }

    @Test
    void anAmountThatLiesInACellsRangeAsksForItsHeader() {
        PassageUnit approval = new PassageUnit(
                "权限!A3:C3", null, 0, 20, List.of("事项", "审批人/部门负责人", "审批人/总经理"), List.of("采购付款", "10万元以下", "超过10万元"));

        RowReading reading = read(approval, "采购付款20万元谁来审批");

        assertThat(reading.answer()).isEqualTo("总经理");
        assertThat(reading.clause()).isEqualTo("权限!C3");
    }

    @Test
    void columnsBehindZHaveTwoLetters() {
        PassageUnit wide =
                new PassageUnit("表!Z4:AB4", null, 0, 9, List.of("名称", "数量", "库存上限"), List.of("风口", "3", "12"));

        assertThat(read(wide, "风口的库存上限是多少").clause()).isEqualTo("表!AB4");
    }

    private static final PassageUnit QINGDAO = new PassageUnit(
            "标准!A18:E18",
            null,
            0,
            20,
            List.of("城市", "住宿费限额（元） / 中层管理人员", "住宿费限额（元） / 其他人员", "旺季上浮 / 旺季期间", "旺季上浮 / 其他人员限额（元）"),
            List.of("青岛", "500", "400", "7月1日至9月15日", "480"));

    @Test
    void inTheSeasonThatARowNamesItsOwnValueAnswers() {
        assertThat(read(QINGDAO, "8月其他人员去青岛住宿费限额多少元").answer()).isEqualTo("480元");
        assertThat(read(QINGDAO, "其他人员九月去青岛住宿费限额多少元").answer()).isEqualTo("480元");
        assertThat(read(QINGDAO, "其他人员去青岛住宿费限额多少元").answer()).isEqualTo("400元");
        assertThat(read(QINGDAO, "其他人员11月去青岛住宿费限额多少元").answer()).isEqualTo("400元");
    }

    @Test
    void aValueOfTheSeasonThatIsForOthersDoesNotAnswer() {
        assertThat(reading(QINGDAO, "8月中层管理人员去青岛住宿费限额多少元")).isEmpty();
    }

    private static RowReading read(PassageUnit unit, String question) {
        return reading(unit, question).orElseThrow();
    }

    private static Optional<RowReading> reading(PassageUnit unit, String question) {
        PolicyRequest request = UNDERSTANDING.understand(FakeTurn.question(question, null));
        QuestionWeights weights = new QuestionWeights(
                TermWeights.of(
                        request.query(),
                        "",
                        List.of(String.join(" ", unit.header()), String.join(" ", unit.cells())),
                        ANALYZER,
                        Synonyms.NONE),
                null);
        return RowReading.of(unit, request, weights);
    }
}
