package bangban.agents.policy;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.chunk.Passage;
import bangban.knowledge.chunk.PassageUnit;
import bangban.runtime.verify.Evidence;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandidatesTest {

    private static final KnowledgeDocument DOCUMENT = FakeLibrary.document("d", "安全管理办法");

    @Test
    void eachSentenceIsACandidateAtItsPlaceInTheDocument() {
        String text = "出差应当事先批准。未经批准的，不予报销。";
        Passage passage = at(100, text, unit("第三条", 100, text));

        List<Candidate> candidates = Candidates.of(DOCUMENT, passage, 0);

        assertThat(candidates).extracting(Candidate::text).containsExactly("出差应当事先批准。", "未经批准的，不予报销。");
        assertThat(candidates)
                .allSatisfy(candidate -> assertThat(text.substring(candidate.start() - 100, candidate.end() - 100))
                        .isEqualTo(candidate.text()));
        assertThat(candidates.getFirst().context()).contains("安全管理办法");
    }

    @Test
    void listItemsKnowTheWordsThatLeadToThem() {
        String lead = "报销应当提交下列材料：";
        String one = "（一）发票；";
        String two = "（二）审批单。";
        String after = "逾期不予受理。";
        String text = String.join("\n", lead, one, two, after);
        int second = lead.length() + 1;
        int third = second + one.length() + 1;
        int fourth = third + two.length() + 1;
        Passage passage = at(
                0,
                text,
                unit("第五条", 0, lead),
                unit("第五条第一项", second, one),
                unit("第五条第二项", third, two),
                unit("第五条第二款", fourth, after));

        assertThat(Candidates.of(DOCUMENT, passage, 0))
                .extracting(Candidate::leadIn)
                .containsExactly("", lead, lead, "");
    }

    @Test
    void aNumberedSentenceIsNoItemOfTheOneBefore() {
        String initial = "3.2.2 初期炉凉：";
        String item = "（1）减风；";
        String severe = "3.2.3 剧烈炉凉：立即减风，停止喷煤。";
        String text = String.join("\n", initial, item, severe);
        int second = initial.length() + 1;
        int third = second + item.length() + 1;
        Passage passage = at(
                0,
                text,
                unit("3.2 炉凉处理 › 3.2.2", 0, initial),
                unit("3.2 炉凉处理 › 3.2.2", second, item),
                unit("3.2 炉凉处理 › 3.2.3", third, severe));

        assertThat(Candidates.of(DOCUMENT, passage, 0))
                .extracting(Candidate::leadIn)
                .containsExactly("", initial, "");
    }

    @Test
    void aRowIsReadWithItsColumnNames() {
        String text = "处级\t600\t";
        Passage passage = at(
                0,
                text,
                new PassageUnit(
                        "标准!A2:C2", null, 0, text.length(), List.of("职级", "一类地区", "备注"), List.of("处级", "600", "")));

        assertThat(Candidates.of(DOCUMENT, passage, 0)).singleElement().satisfies(row -> {
            assertThat(row.text())
                    .contains("职级")
                    .contains("处级")
                    .contains("一类地区")
                    .contains("600");
            assertThat(row.text()).doesNotContain("备注");
        });
    }

    @Test
    void evidenceIsTheUnitWordForWordWithEverythingToFindItAgain() {
        String first = "出差应当事先批准。";
        String second = "未经批准的，不予报销。";
        Passage passage = at(
                50, first + "\n" + second, unit("第三条第一款", 50, first), unit("第三条第二款", 50 + first.length() + 1, second));

        Evidence evidence = Evidences.of(Candidates.of(DOCUMENT, passage, 0).getLast());

        assertThat(evidence.text()).isEqualTo(second);
        assertThat(evidence.clause()).isEqualTo("第三条第二款");
        assertThat(evidence.end() - evidence.start()).isEqualTo(second.length());
        assertThat(evidence.start()).isEqualTo(50 + first.length() + 1);
        assertThat(evidence.documentId()).isEqualTo("d");
        assertThat(evidence.title()).isEqualTo("安全管理办法");
        assertThat(evidence.effectiveFrom()).isEqualTo(DOCUMENT.validity().from());
        assertThat(evidence.format()).isEqualTo("markdown");
    }

    @Test
    void aListIsCitedAsTheParagraphThatHoldsIt() {
        String lead = "报销应当提交下列材料：";
        String one = "（一）发票；";
        Passage passage = at(0, lead + "\n" + one, unit("第五条", 0, lead), unit("第五条第一项", lead.length() + 1, one));
        List<Candidate> candidates = Candidates.of(DOCUMENT, passage, 0);

        Evidence evidence = Evidences.ofList(candidates.getFirst(), candidates.subList(1, 2));

        assertThat(evidence.clause()).isEqualTo("第五条");
        assertThat(evidence.text()).isEqualTo(lead + "\n" + one);
    }

    private static PassageUnit unit(String clause, int start, String text) {
        return new PassageUnit(clause, null, start, start + text.length(), List.of(), List.of());
    }

    private static Passage at(int start, String text, PassageUnit... units) {
        return new Passage(
                "d#0", "d", 0, List.of("安全管理办法"), "第三条", null, start, start + text.length(), text, List.of(units));
    }
}
