package bangban.knowledge.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuledLinesTest {

    private static final float LETTER = 24;

    @Test
    void findsThinRulesAndTheirEnds() {
        GreyImage page = GreyImage.of(Pictures.drawn(600, 400, graphics -> {
            graphics.fillRect(50, 100, 400, 2);
            graphics.fillRect(448, 100, 2, 200);
        }));
        List<Stroke> strokes = RuledLines.of(page, LETTER);
        assertThat(strokes).hasSize(2);
        assertThat(strokes.getFirst()).isEqualTo(new Stroke(true, 101, 50, 450));
        assertThat(strokes.getLast().horizontal()).isFalse();
        assertThat(strokes.getLast().at()).isBetween(448f, 450f);
        assertThat(strokes.getLast().from()).isBetween(99f, 101f);
        assertThat(strokes.getLast().to()).isBetween(299f, 301f);
    }

    @Test
    void aRuleThatFallsALittleIsOne() {
        GreyImage page = GreyImage.of(Pictures.drawn(600, 400, graphics -> {
            graphics.setStroke(new BasicStroke(2));
            graphics.drawLine(20, 100, 580, 104);
        }));
        List<Stroke> strokes = RuledLines.of(page, LETTER);
        assertThat(strokes).hasSize(1);
        assertThat(strokes.getFirst().at()).isBetween(100f, 105f);
        assertThat(strokes.getFirst().to() - strokes.getFirst().from()).isGreaterThan(555);
    }

    @Test
    void lettersAndFilledBoxesAreNoRules() {
        GreyImage page = GreyImage.of(Pictures.drawn(600, 400, graphics -> {
            graphics.fillRect(50, 50, 30, 3);
            graphics.fillRect(100, 100, 300, 80);
        }));
        assertThat(RuledLines.of(page, LETTER)).isEmpty();
    }
}
