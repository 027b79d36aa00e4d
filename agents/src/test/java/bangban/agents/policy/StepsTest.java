package bangban.agents.policy;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.chunk.Passage;
import bangban.knowledge.chunk.PassageUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepsTest {

    private static final KnowledgeDocument DOCUMENT = FakeLibrary.document("d", "处置卡");

    @Test
    void aStepBringsAllOthersAndTheWordsThatLeadToThem() {
        List<Candidate> all = candidates("断水时按下列步骤处置：", "1. 启动柴油泵。", "2. 减风。", "3. 休风。");

        assertThat(Steps.around(all.get(2)))
                .extracting(Candidate::text)
                .containsExactly("断水时按下列步骤处置：", "1. 启动柴油泵。", "2. 减风。", "3. 休风。");
        assertThat(Steps.around(all.get(0))).hasSize(4);
    }

    @Test
    void withoutWordsThatLeadToThemTheFirstStepComesFirst() {
        List<Candidate> all = candidates("本卡挂在值班室。", "1. 启动柴油泵。", "2. 减风。");

        assertThat(Steps.around(all.get(2))).extracting(Candidate::text).containsExactly("1. 启动柴油泵。", "2. 减风。");
    }

    @Test
    void whatIsNoStepBringsNothing() {
        List<Candidate> all = candidates("本卡挂在值班室。", "1. 启动柴油泵。");

        assertThat(Steps.around(all.get(0))).isEmpty();
        assertThat(Steps.around(all.get(1))).isEmpty();
    }

    private static List<Candidate> candidates(String... lines) {
        List<PassageUnit> units = new ArrayList<>();
        int start = 0;
        for (String line : lines) {
            units.add(new PassageUnit("卡2", null, start, start + line.length(), List.of(), List.of()));
            start += line.length() + 1;
        }
        Passage passage = FakeLibrary.passage(DOCUMENT, "卡2", String.join("\n", lines), units);
        return Candidates.of(DOCUMENT, passage, 0);
    }
}
