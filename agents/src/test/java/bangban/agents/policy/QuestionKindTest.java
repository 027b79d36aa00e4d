package bangban.agents.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionKindTest {

    @ParameterizedTest
    @CsvSource({
        "出差可以坐头等舱吗, YES_NO",
        "公章能不能带出去, YES_NO",
        "May I take the seal home?, YES_NO",
        "出差住一晚最多报多少钱, MONEY",
        "逾期要罚多少钱, MONEY",
        "违约金按百分之几算, SHARE",
        "投标保证金的比例, SHARE",
        "年假有几天, DURATION",
        "报销期限是多久, DURATION",
        "How long is the probation period?, DURATION",
        "评标委员会由几个人组成, COUNT",
        "印章外借由谁审批, WHO",
        "这事归哪个部门管, WHO",
        "Who approves overtime?, WHO",
        "什么是重大隐患, DEFINITION",
        "炉凉应该怎么处理, STEPS",
        "请假流程, STEPS",
        "报销需要哪些材料, LIST",
        "“单独同意”指什么, DEFINITION",
        "实际控制人指的是谁, DEFINITION",
        "休风的步骤是什么, STEPS",
        "哪些成果不能授予专利, LIST",
        "加班费按日工资的多少算, SHARE",
        "私设账簿怎么罚, MONEY"
    })
    void tellsWhatIsAskedFor(String question, QuestionKind kind) {
        assertThat(QuestionKind.of(question)).isEqualTo(kind);
    }
}
