package bangban.bench.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    **不超过500元**：住宿费每人每天不超过500元[1]    | 500元
                    应当在三十日内办理[1]                     | 30日
                    年休假为10天。                          | 十天
                    由**综合管理部**负责审批[2]               | 综合管理部
                    逾期不予 受理                           | 逾期不予受理
                    ＡＢＣ 标准                            | abc标准
                    """)
    void aRightAnswerMatchesHoweverItIsWritten(String text, String gold) {
        assertThat(Match.answer(text, List.of(gold))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    住宿费每人每天不超过600元[1]   | 500元
                    应当在十五日内办理[1]         | 30日
                    由办公室负责审批             | 综合管理部
                    税率为15%                 | 1.5%
                    没有找到规定               | 逾期不予受理
                    """)
    void aWrongAnswerDoesNot(String text, String gold) {
        assertThat(Match.answer(text, List.of(gold))).isFalse();
    }

    @Test
    void aCitationMarkIsNoPartOfTheAnswer() {
        assertThat(Match.withoutMarks("十天[1][12]。")).isEqualTo("十天。");
        assertThat(Match.answer("年休假另有规定[3]", List.of("3"))).isFalse();
    }

    @Test
    void oneOfSeveralSpellingsIsEnough() {
        assertThat(Match.answer("由总经理审批", List.of("董事长", "总经理"))).isTrue();
        assertThat(Match.answer("由总经理审批", List.of())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "第二十一条, 第二十一条, true",
        "第二十一条第三款, 第二十一条, true",
        "第二十一条, 第二十一条第三款, true",
        "第二十一条第一款, 第二十一条第三款, false",
        "第二十条, 第二十一条, false",
        "第一条, 第十一条, false",
        "第五条第一款第二项, 第五条第（二）项, true",
        "第五条第一款第二项, 第五条第三项, false",
        "第五条第二项, 第五条第一款第二项, false",
        "第五条第一款, 第五条第二项, true",
        "标准!C7, 标准!A7:F7, true",
        "标准!C8, 标准!A7:F7, false",
        "别的!C7, 标准!A7:F7, false",
        "A10:I10, 住宿标准表!I10, true",
        "A10:I10, 住宿标准表!I11, false",
        "附录, 住宿标准表!I10, false",
        "第三章 › 3.2 炉凉处理, 3.2 炉凉处理, true"
    })
    void clausesAreTheSameWhereOneLiesInTheOther(String cited, String gold, boolean same) {
        assertThat(Match.clause(cited, gold)).isEqualTo(same);
    }

    @Test
    void anyClauseFitsWhereNoneIsAskedFor() {
        assertThat(Match.clause("第一条", "")).isTrue();
    }

    @Test
    void filesAreTheSameWithOrWithoutTheirFolder() {
        assertThat(Match.file("集团/差旅.docx", "差旅.docx")).isTrue();
        assertThat(Match.file("差旅.docx", "集团/差旅.docx")).isTrue();
        assertThat(Match.file("新差旅.docx", "差旅.docx")).isFalse();
    }
}
