package bangban.knowledge.parse;

import static bangban.knowledge.parse.Fixtures.lines;
import static bangban.knowledge.parse.Fixtures.parse;
import static org.assertj.core.api.Assertions.assertThat;

import bangban.knowledge.parse.ParseException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RichTextTest {

    @Test
    void readsHeadingsByStyleAndTheNumbersThatAreShown() throws ParseException {
        Outline outline = read("""
                {\\rtf1\\ansi\\ansicpg936{\\stylesheet{\\s0 Normal;}{\\s1\\f0 heading 1;}{\\s9 toc 1;}}
                {\\info{\\title x}}\\pard\\s9 Contents entry 3\\par
                \\pard\\s1 \\u24635?\\u21017?\\par
                \\pard{\\listtext\\pard\\plain 1.\\tab}\\ilvl0 First;\\par
                {\\listtext\\pard\\plain \\u8226?\\tab}\\pard\\ilvl1 Second\\par
                \\pard Kept {\\v hidden}{\\*\\unknown gone}{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt link}}\\line next\\par}
                """);
        assertThat(lines(outline))
                .containsExactly(
                        "HEADING 总则", "ITEM 1. First;", "ITEM ◦ Second", "PARAGRAPH Kept link", "PARAGRAPH next");
    }

    @Test
    void decodesBytesByCodePageAndFont() throws ParseException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset134 SimSun;}}{\\f1 "
                .getBytes(StandardCharsets.US_ASCII));
        for (byte one : "采购".getBytes(Charset.forName("GBK"))) {
            bytes.write("\\'%02x".formatted(one & 0xFF).getBytes(StandardCharsets.US_ASCII));
        }
        bytes.write("}\\f0 caf\\'e9\\par}".getBytes(StandardCharsets.US_ASCII));
        assertThat(parse("a.rtf", bytes.toByteArray()).text()).isEqualTo("采购café");
    }

    @Test
    void unrollsTheMergedHeaderOfATable() throws ParseException {
        Outline outline = read("""
                {\\rtf1\\ansi Before\\par
                \\trowd\\trhdr\\clvmgf\\cellx1000\\cellx3000\\pard\\intbl Level\\cell Rate\\cell\\row
                \\trowd\\trhdr\\clvmrg\\cellx1000\\cellx2000\\cellx3000\\intbl\\cell Room\\cell Travel\\cell\\row
                \\trowd\\cellx1000\\cellx2000\\cellx3000\\intbl A\\cell 500\\cell 80\\par more\\cell\\row
                \\pard After.\\par}
                """);
        assertThat(lines(outline))
                .containsExactly(
                        "HEADING Before",
                        "TABLE Level | Rate / Room | Rate / Travel",
                        "ROW A | 500 | 80 more",
                        "PARAGRAPH After.");
    }

    @Test
    void aFootnoteFollowsItsParagraph() throws ParseException {
        assertThat(lines(read("{\\rtf1 Rate applies{\\super\\chftn{\\footnote\\pard With tax.}}.\\par Next.\\par}")))
                .containsExactly("PARAGRAPH Rate applies〔注1〕.", "PARAGRAPH 注1：With tax.", "PARAGRAPH Next.");
    }

    @Test
    void saysThatThereIsNoTextOrNoRichText() {
        TextFormatsTest.assertReason(Reason.NO_TEXT, "a.rtf", "{\\rtf1 }".getBytes(StandardCharsets.US_ASCII));
        TextFormatsTest.assertReason(Reason.CORRUPT, "a.rtf", "plain".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void survivesGroupsThatNeverEndAndNumbersBeyondMeasure() throws ParseException {
        assertThat(read("{\\rtf1 a" + "{".repeat(50_000) + "b\\s99999999999 c\\par")
                        .text())
                .isEqualTo("abc");
    }

    private static Outline read(String rtf) throws ParseException {
        return parse("a.rtf", rtf.getBytes(StandardCharsets.US_ASCII));
    }
}
