package bangban.agents.policy;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.agents.FakeTurn;
import bangban.config.ConfigFolder;
import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.chunk.Passage;
import bangban.knowledge.chunk.PassageUnit;
import bangban.knowledge.retrieve.Synonyms;
import bangban.language.analyze.TermAnalyzer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlineFinderTest {

    private static final TermAnalyzer ANALYZER = new TermAnalyzer();
    private static final Understanding UNDERSTANDING =
            new Understanding(EnglishLexicon.load(new ConfigFolder(Path.of("../config"))));

    private static final KnowledgeDocument DOCUMENT = FakeLibrary.document("d", "办法");

    private static final String MISCARRIAGE = "女职工怀孕未满4个月流产的，享受15天产假；怀孕满4个月流产的，享受42天产假。";

    @Test
    void theHalfOfTheSentenceThatHoldsForTheCaseAnswers() {
        assertThat(words("怀孕不到4个月流产给几天产假", MISCARRIAGE)).contains("15天");
        assertThat(words("怀孕满5个月流产给几天产假", MISCARRIAGE)).contains("42天");
    }

    @Test
    void theNextSentenceAnswersWhereItHoldsWhatIsAsked() {
        String text = "违反规定的，处二万元以下的罚款。情节严重的，处十万元以上二十万元以下的罚款。";

        assertThat(words("违反规定情节严重的罚多少钱", text)).contains("十万元以上二十万元以下的罚款");
        assertThat(words("违反规定罚多少钱", text)).contains("二万元以下的罚款");
    }

    @Test
    void betweenTwoThatFitEquallyNothingIsEmphasised() {
        assertThat(words("补助多少钱", "甲地补助80元，乙地补助100元。")).isEmpty();
    }

    @Test
    void theUnitThatTheQuestionNamesDecides() {
        assertThat(words("检测报告要保存几年", "检测每6个月一次，检测报告保存3年。")).contains("3年");
        assertThat(words("地面警戒半径不小于多少米", "地面警戒半径不小于叶轮直径的1.0倍，且不小于100m。")).contains("不小于100m");
        assertThat(words("家里七口人每月多给几方水", "满5人的每增1人每月加3立方米。")).contains("3立方米");
    }

    @Test
    void howOftenIsAnsweredByTheRhythmOfTheCaseAsked() {
        String text = "对绝密级系统每年至少开展一次风险评估，对机密级系统每两年至少开展一次风险评估。";

        assertThat(words("绝密级系统多久开展一次风险评估", text)).contains("每年至少开展一次");
        assertThat(words("机密级系统多久开展一次风险评估", text)).contains("每两年至少开展一次");
    }

    @Test
    void aFractionIsAskedForByItsOwnWord() {
        assertThat(words("专家至少要占几分之几", "谈判小组由三人以上的单数组成，其中专家不得少于成员总数的三分之二。")).contains("三分之二");
    }

    @ParameterizedTest
    @CsvSource({
        "出纳能兼管会计档案吗, 出纳人员不得兼管会计档案。, NO",
        "复印绝密文件可以吗, 未经原定密机关批准的，任何人不得复印绝密文件。, GENERALLY_NO",
        "可以采用电子印章吗, 经集团办公室批准可以采用电子印章。, ON_CONDITION",
        "处级可以乘坐一等座吗, 处级人员可以乘坐一等座。, YES",
        "出差需要事先批准吗, 出差应当事先批准。, NEEDED",
        "小额采购要不要招标, 小额采购无需招标。, NOT_NEEDED"
    })
    void permissionAndDutyAreToldInOneWord(String question, String sentence, Verdict verdict) {
        assertThat(headline(question, sentence)).contains(new Headline.Decision(verdict));
    }

    @ParameterizedTest
    @CsvSource({
        "不签合同可以吗, 用人单位应当签订书面合同，可以协商条款。",
        "匿名化以后的信息还算个人信息吗, 个人信息可以匿名化。",
        "工伤保险费职工要不要缴, 职工应当参加保险。",
        "样品可以带走吗, 样品可以带走，样品不得带走。"
    })
    void wherePermissionIsNotAskedOrTheRuleIsOfTwoMindsNoVerdictIsGiven(String question, String sentence) {
        assertThat(headline(question, sentence)).isEmpty();
    }

    private static Optional<String> words(String question, String text) {
        return found(question, text)
                .map(found -> found.headline() instanceof Headline.Words(Phrase.Span span)
                        ? found.sentence().text().substring(span.start(), span.end())
                        : found.headline().toString());
    }

    private static Optional<Headline> headline(String question, String text) {
        return found(question, text).map(HeadlineFinder.Found::headline);
    }

    private static Optional<HeadlineFinder.Found> found(String question, String text) {
        Passage passage = FakeLibrary.passage(
                DOCUMENT, "第一条", text, List.of(new PassageUnit("第一条", null, 0, text.length(), List.of(), List.of())));
        PolicyRequest request = UNDERSTANDING.understand(FakeTurn.question(question, null));
        QuestionWeights weights =
                new QuestionWeights(TermWeights.of(request.query(), "", List.of(text), ANALYZER, Synonyms.NONE), null);
        Candidate first = Candidates.of(DOCUMENT, passage, 0).getFirst();
        return new HeadlineFinder(request, weights).in(first);
    }
}
