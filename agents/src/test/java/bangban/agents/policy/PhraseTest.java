package bangban.agents.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PhraseTest {

    @Test
    void anAmountComesWithItsBound() {
        assertThat(quantities("住宿费每人每天不超过500元。", "住宿费最多多少钱", QuestionKind.MONEY))
                .singleElement()
                .satisfies(words -> assertThat(words).contains("不超过500元"));
        assertThat(quantities("投标文件的提交期限不得少于20日。", "提交期限最短多久", QuestionKind.DURATION))
                .containsExactly("不得少于20日");
    }

    @Test
    void aRangeIsOneAnswer() {
        assertThat(quantities("处五千元以上五万元以下的罚款。", "罚多少钱", QuestionKind.MONEY)).containsExactly("五千元以上五万元以下的罚款");
    }

    @Test
    void whatTheQuestionNamesItselfIsNotTheAnswer() {
        assertThat(quantities("工作满10年的，年休假15天。", "工作满10年年假几天", QuestionKind.DURATION))
                .containsExactly("15天");
    }

    @Test
    void theNumberOfAClauseIsNotWhatItSays() {
        assertThat(quantities("4.2.1 铁口深度控制在2.8～3.2m。", "铁口深度是多少", QuestionKind.COUNT))
                .containsExactly("2.8～3.2m");
        assertThat(quantities("（三）人数不超过5人。", "最多几个人", QuestionKind.COUNT)).containsExactly("不超过5人");
    }

    @Test
    void aRhythmIsWholeAndIncludesItsCount() {
        assertThat(quantities("对消防设施每年至少进行一次全面检测。", "多久检测一次", QuestionKind.DURATION))
                .containsExactly("每年至少进行一次");
        assertThat(quantities("每半年至少组织1次演练。", "应急演练多长时间搞一次", QuestionKind.DURATION))
                .containsExactly("每半年至少组织1次");
    }

    @Test
    void aMultipleOfAFineStatedElsewhereIsNoAmount() {
        assertThat(quantities("可以按照前款罚款数额的二倍以上五倍以下处以罚款。", "罚多少钱", QuestionKind.MONEY))
                .isEmpty();
        assertThat(quantities("处违法所得一倍以上五倍以下的罚款。", "罚多少钱", QuestionKind.MONEY)).hasSize(1);
    }

    @Test
    void anotherKindOfQuantityDoesNotAnswer() {
        assertThat(quantities("应当在30日内提出。", "罚多少钱", QuestionKind.MONEY)).isEmpty();
        assertThat(quantities("由部门负责人审批。", "要多少天", QuestionKind.DURATION)).isEmpty();
    }

    @Test
    void whoActsIsFound() {
        assertThat(parties("印章外借由综合管理部负责审批。", "谁审批印章外借")).containsExactly("综合管理部");
        assertThat(parties("出差由部门负责人审批。", "出差谁批")).containsExactly("部门负责人");
        assertThat(parties("超过五万元的，报总经理审批。", "超过五万元谁审批")).containsExactly("总经理");
    }

    @Test
    void aPartyIsNamedWholeAndWithoutTheWordsBeforeIt() {
        assertThat(parties("具体标准和办法由国务院发展改革部门会同国务院有关部门制定。", "标准由谁制定")).containsExactly("国务院发展改革部门会同国务院有关部门");
        assertThat(parties("第二条 单位内部治安保卫工作贯彻预防为主的方针。", "治安保卫工作由谁负责")).isEmpty();
    }

    @Test
    void aNameKeepsTheCharacterThatElsewhereIsAVerb() {
        assertThat(parties("国务院应急管理部门对全国的消防工作实施监督管理。", "消防工作由哪个部门监督管理")).containsExactly("国务院应急管理部门");
        assertThat(parties("外带印章应报分管领导批准。", "外带印章谁批准")).containsExactly("分管领导");
    }

    @Test
    void whoActsOtherwiseThanAskedIsNotTheAnswer() {
        assertThat(parties("目录由卫生部门制定，由监察局验收。", "目录由谁制定")).containsExactly("卫生部门");
    }

    private static List<String> quantities(String sentence, String question, QuestionKind kind) {
        return words(sentence, Phrase.quantities(sentence, question, kind));
    }

    private static List<String> parties(String sentence, String question) {
        return words(sentence, Phrase.parties(sentence, question));
    }

    private static List<String> words(String sentence, List<Phrase.Span> spans) {
        return spans.stream()
                .map(span -> sentence.substring(span.start(), span.end()))
                .toList();
    }
}
