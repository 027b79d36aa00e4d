package bangban.runtime.verify;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.runtime.verify.Statement.Fact;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifierTest {

    private final Verifier verifier = new Verifier();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "其他人员在一类地区出差，住宿费每人每天不超过500元。",
                "**不超过500元**：其他人员在一类地区出差，住宿费每人每天不超过500元",
                "其他人员在一类地区出差，住宿费每人每天不超过五百元。",
                "《差旅费管理办法》第八条：住宿费每人每天不超过500元",
                "超过标准的部分由个人承担。"
            })
    void whatTheSourceSaysIsSupported(String text) {
        assertSaid(Statement.fact(text, Sources.LODGING));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "其他人员在一类地区出差，住宿费每人每天不超过600元。",
                "其他人员在一类地区出差，住宿费每人每天不超过六百元。",
                "其他人员在一类地区出差，住宿费每人每天不超过500万元。",
                "其他人员在二十类地区出差，住宿费每人每天不超过500元。",
                "其他人员在一类地区出差，住宿费每人每天不超过500元，最多3天。"
            })
    void aChangedOrAddedNumberIsStruck(String text) {
        assertStruck(Statement.fact(text, Sources.LODGING));
    }

    @Test
    void chineseAndArabicFiguresAgreeBothWays() {
        assertSaid(Statement.fact("职工累计工作已满10年不满20年的，年休假十个工作日。", Sources.LEAVE));
        assertStruck(Statement.fact("职工累计工作已满10年不满20年的，年休假十五个工作日。", Sources.LEAVE));
    }

    @Test
    void anotherUnitIsAnotherNumber() {
        assertStruck(Statement.fact("职工累计工作已满十年不满二十年的，年休假10个月。", Sources.LEAVE));
    }

    @Test
    void aCellsNumberIsMeantInTheUnitOfItsHeader() {
        Evidence row = Sources.of("limits", "审批权限表", "权限!B3", "备品备件\t部门审批限额（万元）\t20");

        assertSaid(Statement.fact("备品备件部门审批限额20万元", row));
        assertStruck(Statement.fact("备品备件部门审批限额200万元", row));
    }

    @Test
    void aChangedClauseIsStruck() {
        assertSaid(Statement.fact("依据第八条，住宿费超过标准的部分由个人承担。", Sources.LODGING));
        assertStruck(Statement.fact("依据第九条，住宿费超过标准的部分由个人承担。", Sources.LODGING));
        assertStruck(Statement.fact("依据第十八条，住宿费超过标准的部分由个人承担。", Sources.LODGING));
    }

    @Test
    void aChangedTitleIsStruck() {
        assertSaid(Statement.fact("《差旅费管理办法》规定，住宿费超过标准的部分由个人承担。", Sources.LODGING));
        assertStruck(Statement.fact("《差旅费报销细则》规定，住宿费超过标准的部分由个人承担。", Sources.LODGING));
    }

    @Test
    void aChangedCodeIsStruck() {
        Evidence valve = Sources.of("valve", "检修规程", "第二条", "检修前应当关闭阀门V12并挂牌，确认无误后方可作业。");

        assertSaid(Statement.fact("检修前应当关闭阀门V12并挂牌。", valve));
        assertStruck(Statement.fact("检修前应当关闭阀门V13并挂牌。", valve));
        assertStruck(Statement.fact("检修前应当关闭阀门V1并挂牌。", valve));
    }

    @Test
    void anInventedProhibitionIsStruck() {
        Evidence allowed = Sources.of("a", "考勤办法", "第五条", "职工可以在工作日申请居家办公，申请应当提前提交。");

        assertStruck(Statement.fact("职工不得在工作日申请居家办公。", allowed));
        assertStruck(Statement.fact("**不可以**：职工可以在工作日申请居家办公。", allowed));
        assertSaid(Statement.fact("**不可以**：严禁将公司印章携带外出。", Sources.SEALS));
    }

    @Test
    void aComparisonWithNotIsNoProhibition() {
        Evidence notice = Sources.of("a", "考勤办法", "第五条", "职工申请居家办公，应当提前不少于三个工作日提交申请。");

        assertStruck(Statement.fact("职工不得申请居家办公。", notice));
        assertSaid(Statement.fact("应当提前不少于3个工作日提交申请。", notice));
    }

    @Test
    void foreignWordingIsStruck() {
        assertStruck(Statement.fact("员工食堂周末照常供应早餐和晚餐。", Sources.LODGING));
    }

    @Test
    void whatNoEvidenceCarriesIsStruck() {
        assertStruck(new Fact("住宿费每人每天不超过500元。", List.of(), true));
    }

    @Test
    void severalPiecesOfEvidenceCarryTogether() {
        String both = "住宿费每人每天不超过500元；年休假10个工作日。";

        assertSaid(Statement.fact(both, Sources.LODGING, Sources.LEAVE));
        assertStruck(Statement.fact(both, Sources.LODGING));
    }

    @Test
    void aQuoteIsWordForWordLayoutApart() {
        assertSaid(Statement.quote("> 其他人员在一类地区出差，住宿费每人每天不超过500元；\n", Sources.LODGING));
        assertSaid(Statement.quote("> **超过标准**的部分由个人承担。", Sources.LODGING));
        assertStruck(Statement.quote("> 其他人员在一类地区出差，住宿费每人每天不得超过500元", Sources.LODGING));
        assertStruck(Statement.quote("> 住宿费每人每天不超过五百元", Sources.LODGING));
    }

    @Test
    void aQuoteKeepsDecimalPointsAndDashes() {
        Evidence rate = Sources.of("rate", "授信办法", "第九条", "担保费率为1.5%，保证金为3～5万元。");

        assertSaid(Statement.quote("> 担保费率为1.5%", rate));
        assertStruck(Statement.quote("> 担保费率为15%", rate));
        assertStruck(Statement.quote("> 保证金为35万元", rate));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n\n", "根据你能查看的文件：", "没有找到对这个问题的规定，所以不作答。", "You are welcome."})
    void aFrameWithoutFactsIsLetThrough(String text) {
        assertThat(verifier.check(Statement.frame(text))).isInstanceOf(Verdict.NotFactual.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"共有3份文件：", "限额五百元。", "百分之五", "见第八条。", "见第3章", "《差旅费管理办法》规定：", "**500**", "within 3 days"})
    void aFrameWithANumberAClauseOrATitleIsNot(String text) {
        assertStruck(Statement.frame(text));
    }

    @Test
    void itNamesWhatIsMissing() {
        assertThat(verifier.check(Statement.fact("住宿费每人每天不超过600元。", Sources.LODGING)))
                .isEqualTo(new Verdict.Unsupported("600元"));
    }

    private void assertSaid(Statement statement) {
        assertThat(verifier.check(statement)).as(statement.text()).isInstanceOf(Verdict.Supported.class);
    }

    private void assertStruck(Statement statement) {
        assertThat(verifier.check(statement)).as(statement.text()).isInstanceOf(Verdict.Unsupported.class);
    }
}
