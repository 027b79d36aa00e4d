package bangban.knowledge.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.knowledge.ocr.LineReader.Glyph;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GlyphRowTest {

    private static final TextBox BOX = TextBox.upright(0, 0, 400, 23);

    /** Each character is 20 pixels wide, {@code _} is as wide and empty. */
    private static List<TextLine> read(String text) {
        List<Glyph> glyphs = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '_') {
                glyphs.add(new Glyph(text.substring(i, i + 1), (i + 0.5f) / 20, 0.9f));
            }
        }
        return new GlyphRow(glyphs, BOX, false).lines();
    }

    @Test
    void aGapOfOneLetterIsABlankAndAWiderOneAnotherLine() {
        assertThat(read("第一条_为了规范采购____审批部门")).extracting(TextLine::text).containsExactly("第一条　为了规范采购", "审批部门");
    }

    @Test
    void aPartStandsWhereItsLettersDo() {
        TextLine part = read("第一条_为了规范采购____审批部门").getLast();
        assertThat(part.box().left()).isBetween(275f, 285f);
    }

    @Test
    void blanksThatTheReaderReportsBetweenIdeographsAreNone() {
        assertThat(new GlyphRow(
                                List.of(
                                        new Glyph("采", 0.1f, 1),
                                        new Glyph(" ", 0.125f, 1),
                                        new Glyph("购", 0.15f, 1),
                                        new Glyph("部", 0.2f, 1)),
                                BOX,
                                false)
                        .lines())
                .extracting(TextLine::text)
                .containsExactly("采购部");
    }

    @Test
    void nothingReadIsNoLine() {
        assertThat(new GlyphRow(List.of(), BOX, false).lines()).isEmpty();
    }
}
