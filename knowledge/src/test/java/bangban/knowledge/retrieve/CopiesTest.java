package bangban.knowledge.retrieve;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.knowledge.chunk.Passage;
import java.util.List;
import org.junit.jupiter.api.Test;

class CopiesTest {

    private static final String RULE = "出差人员住宿标准为每人每天500元，超过标准的部分由本人承担，确有特殊情况的须经部门负责人书面同意后方可据实报销。";

    private final Copies copies = new Copies();

    @Test
    void aScannedCopyWithAWrongCharacterSaysNothingNew() {
        assertThat(isNew("a", "差旅费管理办法", RULE)).isTrue();
        assertThat(isNew("b", "差旅费管理办法", RULE.replace("据实报销", "据买报销"))).isFalse();
        assertThat(isNew("c", "差旅费管理办法", RULE.replace("，", " , "))).isFalse();
    }

    @Test
    void anotherAmountIsAnotherRule() {
        assertThat(isNew("a", "差旅费管理办法", RULE)).isTrue();
        assertThat(isNew("b", "差旅费管理办法", RULE.replace("500", "400"))).isTrue();
    }

    @Test
    void theSameSentenceUnderAnotherTitleIsAnotherSource() {
        assertThat(isNew("a", "差旅费管理办法", RULE)).isTrue();
        assertThat(isNew("b", "培训管理办法", RULE)).isTrue();
    }

    @Test
    void twoClausesOfOneDocumentThatDifferInAWordDiffer() {
        String women = "女员工在孕期和哺乳期内不得安排夜班劳动和加班，确需调整岗位的由所在单位与本人协商，工资待遇不得降低。";

        assertThat(isNew("a", "考勤管理办法", women)).isTrue();
        assertThat(isNew("a", "考勤管理办法", women.replace("夜班", "高处"))).isTrue();
        assertThat(isNew("a", "考勤管理办法", women)).isFalse();
    }

    private boolean isNew(String document, String title, String text) {
        return copies.isNew(
                new Passage(document + "#0", document, 0, List.of(title), "", null, 0, text.length(), text, List.of()));
    }
}
