package bangban.knowledge.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CellCutterTest {

    private static final TextLine LINE = new TextLine("采购部|使用单位", TextBox.upright(100, 100, 260, 124), 0.9f, false);

    @Test
    void cutsWhereARuleGoesThroughALine() {
        List<TextLine> cut = CellCutter.cut(List.of(LINE), List.of(new Stroke(false, 168, 50, 300)));
        assertThat(cut).extracting(TextLine::text).containsExactly("采购部", "使用单位");
        assertThat(cut.getLast().box().left()).isEqualTo(168);
    }

    @Test
    void leavesALineThatARuleOnlyTouches() {
        assertThat(CellCutter.cut(
                        List.of(LINE), List.of(new Stroke(false, 101, 50, 300), new Stroke(true, 124, 0, 400))))
                .containsExactly(LINE);
    }
}
