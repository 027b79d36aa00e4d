package bangban.agents.policy;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.agents.FakeTurn;
import bangban.config.ConfigFolder;
import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.parse.Block;
import bangban.knowledge.parse.BlockKind;
import bangban.knowledge.parse.Outline;
import bangban.knowledge.place.Reader;
import bangban.knowledge.retrieve.Synonyms;
import bangban.language.analyze.TermAnalyzer;
import bangban.language.encode.OnnxReranker;
import bangban.language.encode.OnnxTextEncoder;
import bangban.language.number.Quantities;
import bangban.language.number.Quantity;
import bangban.runtime.agent.Attachment;
import bangban.runtime.agent.Question;
import bangban.runtime.verify.Evidence;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole agent over a library of five clauses and a table, with the embedded encoder and the real verifier. */
class PolicyAgentTest {

    private static final OnnxTextEncoder ENCODER = new OnnxTextEncoder();
    private static final OnnxReranker RERANKER = new OnnxReranker();
    private static final TermAnalyzer ANALYZER = new TermAnalyzer();

    private static final KnowledgeDocument TRAVEL = FakeLibrary.document("travel", "差旅费管理办法");
    private static final KnowledgeDocument LEAVE = FakeLibrary.document("leave", "职工带薪年休假办法");
    private static final KnowledgeDocument SEALS = FakeLibrary.document("seals", "印章管理规定");
    private static final KnowledgeDocument TABLE = FakeLibrary.document("table", "各地住宿费标准表");

    private final FakeLibrary library = new FakeLibrary(ENCODER)
            .clause(TRAVEL, "第八条", "员工出差前应当填写出差申请单，由部门负责人审批。\n出差结束后，应当在30日内办理报销手续，逾期不予受理。")
            .clause(LEAVE, "第三条", "职工累计工作已满1年不满10年的，年休假5天；已满10年不满20年的，年休假10天；已满20年的，年休假15天。")
            .clause(SEALS, "第十二条", "严禁将公司印章携带外出。确需外带的，应当经总经理批准，并由两人同行。")
            .clause(SEALS, "第十三条", "印章外借由综合管理部负责审批。")
            .table(
                    TABLE,
                    List.of("职级", "一类地区（元/人·天）", "二类地区（元/人·天）"),
                    List.of(List.of("厅级", "800", "650"), List.of("处级", "600", "450"), List.of("其他人员", "500", "380")));

    @AfterAll
    static void close() {
        ENCODER.close();
    }

    @ParameterizedTest
    @CsvSource({"出差结束后多少天内要报销, 30日, travel", "印章外借由哪个部门审批, 综合管理部, seals", "处级在二类地区出差住宿标准是多少元, 450, table"})
    void theVeryAnswerComesFirstAndItsClauseIsCited(String question, String answer, String document) {
        FakeTurn turn = ask(question);

        assertThat(turn.refused).isFalse();
        assertThat(turn.said.getFirst().text()).contains(answer);
        assertThat(turn.text().indexOf(answer)).isLessThan(60);
        assertThat(turn.cited()).extracting(Evidence::documentId).contains(document);
    }

    @Test
    void itNamesTheDocumentAndTheClause() {
        assertThat(ask("印章外借由哪个部门审批").text()).contains("印章管理规定").contains("第十三条");
    }

    @Test
    void aYesOrNoQuestionGetsTheProhibition() {
        FakeTurn turn = ask("可以把公司印章带出去吗");

        assertThat(turn.refused).isFalse();
        assertThat(turn.text()).contains("严禁将公司印章携带外出");
        assertThat(turn.cited()).extracting(Evidence::clause).contains("第十二条");
    }

    @Test
    void everyCitationIsWordForWordFromItsPassage() {
        for (String question : List.of("出差结束后多少天内要报销", "印章外借由哪个部门审批", "可以把公司印章带出去吗")) {
            assertThat(ask(question).cited())
                    .isNotEmpty()
                    .allSatisfy(evidence -> assertThat(library.texts()).anySatisfy(found -> {
                        assertThat(found.document().id()).isEqualTo(evidence.documentId());
                        assertThat(found.passage().text().substring(evidence.start(), evidence.end()))
                                .isEqualTo(evidence.text());
                    }));
        }
    }

    @Test
    void everyNumberItSaysStandsInWhatTheLibraryReturned() {
        StringBuilder returned = new StringBuilder();
        library.texts()
                .forEach(found -> returned.append(found.document().title())
                        .append(found.document().validity().from())
                        .append(found.passage().text())
                        .append(found.passage().units())
                        .append('\n'));
        List<Quantity> known = Quantities.in(returned.toString());

        for (String question : List.of("出差结束后多少天内要报销", "工作15年年假几天", "其他人员在一类地区住宿费多少元", "可以带印章出去3天吗")) {
            assertThat(Quantities.in(ask(question).text()))
                    .as(question)
                    .allSatisfy(said ->
                            assertThat(known).anyMatch(each -> each.value().compareTo(said.value()) == 0));
        }
    }

    @Test
    void nothingThatItSaysFirstIsStruck() {
        for (String question : List.of("出差结束后多少天内要报销", "印章外借由哪个部门审批", "处级在二类地区出差住宿标准是多少元", "工作满20年年假几天")) {
            FakeTurn turn = ask(question);
            assertThat(turn.struck).as(question).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"食堂周末几点开门", "高炉炉顶压力的上限是多少", "员工持股计划怎么认购", "How many parking spaces does the office have?"})
    void whatNothingAnswersIsRefusedWithoutInventingAnything(String question) {
        FakeTurn turn = ask(question);

        assertThat(turn.refused).isTrue();
        assertThat(turn.text()).isNotBlank();
        assertThat(Quantities.in(turn.text())).isEmpty();
    }

    @Test
    void anEmptyLibraryIsARefusalThatNamesNoDocument() {
        FakeTurn turn = FakeTurn.asking("出差结束后多少天内要报销");

        agent(new FakeLibrary(ENCODER)).run(turn);

        assertThat(turn.refused).isTrue();
        assertThat(turn.text()).isNotBlank().doesNotContain("《");
        assertThat(turn.cited()).isEmpty();
    }

    @Test
    void theLibraryIsAskedAsTheAskerForTheDayThatCounts() {
        FakeTurn turn = new FakeTurn(FakeTurn.question("出差结束后多少天内要报销", LocalDate.of(2024, 6, 1)));

        agent(library).run(turn);

        assertThat(library.day).isEqualTo(LocalDate.of(2024, 6, 1));
        assertThat(library.reader)
                .isEqualTo(new Reader("staff", FakeTurn.STAFF.org(), FakeTurn.STAFF.clearance(), false));
        assertThat(turn.tools).containsExactly("knowledge.search");
        assertThat(turn.passagesSearched).isEqualTo(5);
    }

    @Test
    void aFollowUpIsAnsweredInTheSubjectOfTheQuestionBefore() {
        FakeTurn turn = FakeTurn.asking("那其他人员呢？", new Question.Exchange("处级在二类地区出差住宿标准是多少元？", "policy", "450元"));

        agent(library).run(turn);

        assertThat(turn.text()).contains("380");
    }

    @Test
    void anEnglishQuestionIsAnsweredFromAChineseRule() {
        FakeTurn turn = ask("Who approves lending the seal?");

        assertThat(turn.refused).isFalse();
        assertThat(turn.text()).contains("综合管理部");
    }

    @Test
    void aCellIsSaidWithTheUnitOfItsHeader() {
        FakeLibrary limits = new FakeLibrary(ENCODER)
                .table(
                        FakeLibrary.document("limits", "采购审批权限表"),
                        List.of("采购类别", "部门审批限额（万元）", "公司审批限额（万元）"),
                        List.of(List.of("办公用品", "5", "50"), List.of("备品备件", "20", "200")));
        FakeTurn turn = FakeTurn.asking("备品备件的部门审批限额是多少万元");

        agent(limits).run(turn);

        assertThat(turn.struck).isEmpty();
        assertThat(turn.text()).contains("20万元");
    }

    @Test
    void filesThatCameWithTheQuestionAreAskedFirst() {
        FakeTurn turn = FakeTurn.asking("出差结束后多少天内要报销", new Attachment("f", "差旅费.md", List.of("travel")));

        agent(library).run(turn);

        assertThat(turn.text()).contains("30日").doesNotContain("知识库");
        assertThat(turn.tools).containsExactly("knowledge.search");
        assertThat(turn.cited()).extracting(Evidence::documentId).containsOnly("travel");
        assertThat(library.reader)
                .isEqualTo(new Reader("staff", FakeTurn.STAFF.org(), FakeTurn.STAFF.clearance(), false, "s1"));
    }

    @Test
    void whatTheFilesDoNotSayIsAnsweredFromElsewhereAndSaidSo() {
        FakeTurn turn = FakeTurn.asking("印章外借由哪个部门审批", new Attachment("f", "差旅费.md", List.of("travel")));

        agent(library).run(turn);

        assertThat(turn.text()).startsWith("附件里没有写到这一点").contains("综合管理部");
        assertThat(turn.cited()).extracting(Evidence::documentId).containsOnly("seals");
    }

    @Test
    void whatNeitherTheFilesNorAnythingElseSaysIsRefused() {
        FakeTurn turn = FakeTurn.asking("食堂周末几点开门", new Attachment("f", "差旅费.md", List.of("travel")));

        agent(library).run(turn);

        assertThat(turn.refused).isTrue();
        assertThat(turn.text()).contains("附件");
        assertThat(Quantities.in(turn.text())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "总结一下这个文件", "这个文件讲了什么"})
    void filesOfWhichNothingElseIsAskedAreShownByTitlePagesAndHeadings(String question) {
        String text = "设备采购合同\n第一章 价款\n甲方付款。\n第二章 交付\n";
        library.outlined.add(new OutlinedDocument(
                FakeLibrary.document("contract", "设备采购合同", 12),
                new Outline(
                        "设备采购合同",
                        text,
                        List.of(
                                block(BlockKind.HEADING, text, "设备采购合同", 1),
                                block(BlockKind.HEADING, text, "第一章 价款", 2),
                                block(BlockKind.PARAGRAPH, text, "甲方付款。", 2),
                                block(BlockKind.HEADING, text, "第二章 交付", 11)),
                        12)));
        FakeTurn turn = FakeTurn.asking(question, new Attachment("f", "合同.pdf", List.of("contract")));

        agent(library).run(turn);

        assertThat(turn.struck).isEmpty();
        assertThat(turn.text())
                .contains("《设备采购合同》")
                .contains("共 12 页")
                .contains("第一章 价款")
                .contains("第二章 交付")
                .doesNotContain("甲方付款");
        assertThat(turn.cited()).extracting(Evidence::page).contains(1, 2, 11);
    }

    @Test
    void aFileWithoutHeadingsIsShownByHowItBegins() {
        String text = "各位同事，下周一停水。\n";
        library.outlined.add(new OutlinedDocument(
                FakeLibrary.document("note", "通知", 1),
                new Outline(null, text, List.of(block(BlockKind.PARAGRAPH, text, "各位同事，下周一停水。", 1)), 1)));
        FakeTurn turn = FakeTurn.asking("", new Attachment("f", "通知.pdf", List.of("note")));

        agent(library).run(turn);

        assertThat(turn.struck).isEmpty();
        assertThat(turn.text()).contains("各位同事，下周一停水。").contains("共 1 页");
    }

    private static Block block(BlockKind kind, String text, String line, int page) {
        int start = text.indexOf(line);
        return new Block(kind, kind == BlockKind.HEADING ? 2 : 0, null, start, start + line.length(), page, List.of());
    }

    private FakeTurn ask(String question) {
        FakeTurn turn = FakeTurn.asking(question);
        agent(library).run(turn);
        return turn;
    }

    private static PolicyAgent agent(PolicyLibrary library) {
        PolicyRanking ranking = new PolicyRanking(
                new ConfigFolder(Path.of("../config")), library, ANALYZER, ENCODER, RERANKER, Synonyms.NONE);
        return new PolicyAgent(ranking, library, ENCODER);
    }
}
