package bangban.agents.policy;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.agents.FakeTurn;
import bangban.config.ConfigFolder;
import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.place.Tier;
import bangban.knowledge.retrieve.Synonyms;
import bangban.language.analyze.TermAnalyzer;
import bangban.language.encode.OnnxReranker;
import bangban.language.encode.OnnxTextEncoder;
import bangban.runtime.verify.Evidence;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Group rule against unit rule, as different people ask. */
class PrecedenceTest {

    private static final OnnxTextEncoder ENCODER = new OnnxTextEncoder();
    private static final OnnxReranker RERANKER = new OnnxReranker();
    private static final String QUESTION = "商务招待每人每餐的标准是多少元";

    private static final KnowledgeDocument GROUP = FakeLibrary.document("group", "业务招待费管理规定");
    private static final KnowledgeDocument FINANCE =
            FakeLibrary.document("finance", "财务公司费用管理补充规定", Tier.UNIT, "澜川集团/财务公司");
    private static final KnowledgeDocument STEEL =
            FakeLibrary.document("steel", "钢铁公司费用管理补充规定", Tier.UNIT, "澜川集团/钢铁公司");
    private static final KnowledgeDocument ON_RULES = FakeLibrary.document("rules", "制度管理办法");

    private static final String RULE_ON_RULES =
            "所属单位在集团制度规定的限额内作出更严格规定的，收紧有效，按所属单位规定执行。\n所属单位放宽集团制度规定的限额的，放宽无效，按集团规定执行。";

    @AfterAll
    static void close() {
        ENCODER.close();
    }

    private static FakeLibrary library() {
        return new FakeLibrary(ENCODER)
                .clause(GROUP, "第四条", "商务招待每人每餐不超过150元。")
                .clause(FINANCE, "第一条", "财务公司商务招待每人每餐不超过120元。")
                .clause(STEEL, "第三条", "钢铁公司商务招待每人每餐不超过200元。");
    }

    private static FakeTurn ask(FakeLibrary library, String org, String question) {
        FakeTurn turn = FakeTurn.askedFrom(org, question);
        PolicyRanking ranking = new PolicyRanking(
                new ConfigFolder(Path.of("../config")), library, new TermAnalyzer(), ENCODER, RERANKER, Synonyms.NONE);
        new PolicyAgent(ranking, library, ENCODER).run(turn);
        return turn;
    }

    @Test
    void theStricterRuleOfOnesOwnUnitCounts() {
        FakeTurn turn = ask(library().clause(ON_RULES, "第十一条", RULE_ON_RULES), "澜川集团/财务公司", QUESTION);

        assertThat(turn.text()).startsWith("**按本单位（财务公司）规定执行**").contains("120元", "150元", "收紧有效");
        assertThat(turn.text().indexOf("120元")).isLessThan(turn.text().indexOf("150元"));
        assertThat(turn.struck).isEmpty();
    }

    @Test
    void theLooserRuleOfOnesOwnUnitDoesNotCount() {
        FakeTurn turn = ask(library().clause(ON_RULES, "第十一条", RULE_ON_RULES), "澜川集团/钢铁公司", QUESTION);

        assertThat(turn.text()).startsWith("**按集团规定执行**").contains("150元", "200元", "放宽无效");
        assertThat(turn.text().indexOf("150元")).isLessThan(turn.text().indexOf("200元"));
    }

    @Test
    void withoutARuleOnRulesBothAreShown() {
        FakeTurn turn = ask(library(), "澜川集团/财务公司", QUESTION);

        assertThat(turn.text()).startsWith("**集团与本单位（财务公司）规定不一致**").contains("120元", "150元");
    }

    @Test
    void whoReadsEveryUnitIsToldTheGroupsRuleAndNoUnits() {
        FakeTurn turn = ask(library().clause(ON_RULES, "第十一条", RULE_ON_RULES), "澜川集团", QUESTION);

        assertThat(turn.text()).contains("150元").doesNotContain("本单位", "按财务公司", "按钢铁公司");
        assertThat(turn.cited()).extracting(Evidence::documentId).first().isEqualTo("group");
    }

    @Test
    void aUnitThatTheQuestionNamesIsCalledByItsName() {
        FakeTurn turn = ask(library().clause(ON_RULES, "第十一条", RULE_ON_RULES), "澜川集团", "财务公司商务招待每人每餐的标准是多少元");

        assertThat(turn.text()).startsWith("**按财务公司规定执行**").contains("120元").doesNotContain("本单位");
        assertThat(turn.text()).contains("适用于财务公司");
    }
}
