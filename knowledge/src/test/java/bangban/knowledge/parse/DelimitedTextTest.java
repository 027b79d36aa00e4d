package bangban.knowledge.parse;

import static bangban.knowledge.parse.Fixtures.lines;
import static bangban.knowledge.parse.Fixtures.parse;
import static org.assertj.core.api.Assertions.assertThat;

import bangban.knowledge.parse.ParseException.Reason;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DelimitedTextTest {

    @Test
    void rowsKnowTheirHeaderAndTheirPlace() throws ParseException {
        Outline outline = parse("库存.csv", "名称,数量,备注\n风口,24,\"进口,\n含税\"\n\n渣口,3,\n".getBytes(Charset.forName("GBK")));
        assertThat(outline.title()).isEqualTo("库存");
        assertThat(lines(outline)).containsExactly("TABLE 名称 | 数量 | 备注", "ROW 风口 | 24 | 进口, 含税", "ROW 渣口 | 3 |");
        assertThat(outline.blocks()).extracting(Block::label).containsExactly(null, "A2:C2", "A4:C4");
    }

    @Test
    void findsTheDelimiterByItself() throws ParseException {
        assertThat(lines(parse("a.csv", "甲;乙\n1,5;2,5\n3,5;4,5\n"))).contains("TABLE 甲 | 乙", "ROW 1,5 | 2,5");
        assertThat(lines(parse("a.tsv", "甲\t乙\n1, 2\t3\n"))).contains("ROW 1, 2 | 3");
        assertThat(lines(parse("a.csv", "sep=|\n甲|乙\n1|2\n"))).contains("ROW 1 | 2");
    }

    @Test
    void quotesThatAreNoneAreText() throws ParseException {
        assertThat(lines(parse("a.csv", "规格,数量\n\"3\" 管,5\n6寸,7\n"))).contains("ROW 6寸 | 7");
    }

    @Test
    void saysThatThereIsNoValue() {
        TextFormatsTest.assertReason(Reason.EMPTY, "a.csv", ",,\n,,\n".getBytes(StandardCharsets.UTF_8));
    }
}
