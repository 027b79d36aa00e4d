package bangban.knowledge.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What everything that reads pictures must do. */
abstract class TextRecogniserContract {

    abstract TextRecogniser recogniser();

    @Test
    void readsALineAndTellsWhereItStands() throws IOException, OcrException {
        List<TextLine> lines = recogniser().recognise(GreyImage.of(Pictures.read("line.png")));
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().text().replace(" ", "")).startsWith("高炉炉温应当每小时测量一次");
        assertThat(lines.getFirst().confidence()).isBetween(0.5f, 1f);
        TextBox box = lines.getFirst().box();
        assertThat(box.left()).isBetween(30f, 45f);
        assertThat(box.right()).isBetween(370f, 410f);
        assertThat(box.y()).isBetween(38f, 54f);
    }

    @Test
    void aPictureWithoutTextHasNoLines() throws OcrException {
        assertThat(recogniser().recognise(GreyImage.of(Pictures.drawn(300, 200, graphics -> {}))))
                .isEmpty();
    }

    @Test
    void theSamePictureGivesTheSameLines() throws IOException, OcrException {
        GreyImage picture = GreyImage.of(Pictures.read("page.png"));
        assertThat(recogniser().recognise(picture)).isEqualTo(recogniser().recognise(picture));
    }

    @Test
    void readsATinyPictureWithoutFailing() throws OcrException {
        assertThat(recogniser()
                        .recognise(GreyImage.of(Pictures.drawn(12, 9, graphics -> graphics.fillRect(2, 2, 6, 3)))))
                .hasSizeLessThanOrEqualTo(1);
    }
}
