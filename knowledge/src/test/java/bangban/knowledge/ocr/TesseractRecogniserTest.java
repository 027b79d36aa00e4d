package bangban.knowledge.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** The contract runs where tesseract with its Chinese is installed; how its table is read is tested everywhere. */
class TesseractRecogniserTest extends TextRecogniserContract {

    private static final Optional<TextRecogniser> FOUND = TesseractRecogniser.find();

    @BeforeEach
    void whereItIsInstalled(TestInfo test) {
        Assumptions.assumeTrue(FOUND.isPresent() || test.getDisplayName().startsWith("joins"));
    }

    @Override
    TextRecogniser recogniser() {
        return FOUND.orElseThrow();
    }

    @Test
    void joinsWordsToLinesAndPartsThemAtWideGaps() {
        String table = """
                level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext
                4\t1\t1\t1\t1\t0\t10\t10\t300\t20\t-1\t
                5\t1\t1\t1\t1\t1\t10\t10\t40\t20\t90\t炉温
                5\t1\t1\t1\t1\t2\t52\t10\t20\t20\t70\t应
                5\t1\t1\t1\t1\t3\t160\t11\t60\t19\t80\t1500
                5\t1\t1\t1\t2\t1\t10\t50\t60\t20\t60\tblast
                5\t1\t1\t1\t2\t2\t76\t50\t80\t20\t80\tfurnace
                """;
        List<TextLine> lines = TesseractTable.lines(table);
        assertThat(lines).extracting(TextLine::text).containsExactly("炉温应", "1500", "blast furnace");
        assertThat(lines.getFirst().confidence()).isBetween(0.79f, 0.81f);
        assertThat(lines.getFirst().box().right()).isEqualTo(72f);
    }
}
