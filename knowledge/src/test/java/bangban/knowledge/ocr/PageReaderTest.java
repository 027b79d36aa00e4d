package bangban.knowledge.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageReaderTest {

    private static final PageReader READER =
            new PageReader(TextRecognisers.available().orElseThrow());

    private static BufferedImage turned(BufferedImage image, int quarters) {
        AffineTransform turn = AffineTransform.getQuadrantRotateInstance(quarters);
        Rectangle frame = turn.createTransformedShape(new Rectangle(image.getWidth(), image.getHeight()))
                .getBounds();
        turn.preConcatenate(AffineTransform.getTranslateInstance(-frame.x, -frame.y));
        return new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR)
                .filter(image, new BufferedImage(frame.width, frame.height, image.getType()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void setsAPageUprightThatWasTurnedByQuarters(int quarters) throws IOException, OcrException {
        BufferedImage page = Pictures.read("page.png");
        RecognisedPage read = READER.read(turned(page, quarters));
        assertThat(read.width()).isEqualTo(page.getWidth());
        assertThat(Pictures.texts(read.lines())).contains("车辆管理办法", "出借。", "第二条　用车应当提前一天申请，并写明事由：", "地下一层");
        assertThat(read.strokes().stream().filter(Stroke::horizontal)).hasSize(4);
        assertThat(read.strokes().stream().filter(stroke -> !stroke.horizontal()))
                .hasSize(4);
    }

    @Test
    void setsAPageStraightThatLiesAskew() throws IOException, OcrException {
        BufferedImage page = Pictures.read("page.png");
        BufferedImage askew = Pictures.drawn(page.getWidth(), page.getHeight(), (Graphics2D graphics) -> {
            graphics.rotate(Math.toRadians(2), 500, 450);
            graphics.drawImage(page, 0, 0, null);
        });
        RecognisedPage read = READER.read(askew);
        List<TextLine> row = read.lines().stream()
                .filter(line -> List.of("轿车", "地下一层").contains(line.text()))
                .toList();
        assertThat(row).hasSize(2);
        assertThat(row.getFirst().box().y() - row.getLast().box().y()).isBetween(-5f, 5f);
        assertThat(read.strokes().stream().filter(Stroke::horizontal)).hasSize(4);
    }

    @Test
    void aSealDoesNotHideTheTextUnderIt() throws IOException, OcrException {
        assertThat(Pictures.texts(READER.read(Pictures.read("sealed.png")).lines()))
                .contains("工程质量保证金按合同总价的百分之三扣留，", "保修期满后十四日内无息退还。", "联系人：王立新，电话01084526630。")
                .noneMatch(text -> text.contains("专用章"));
    }

    @Test
    void redTextThatIsNoSealIsRead() throws IOException, OcrException {
        BufferedImage line = Pictures.read("line.png");
        BufferedImage red = Pictures.drawn(1200, 300, graphics -> {
            for (int y = 0; y < line.getHeight(); y++) {
                for (int x = 0; x < line.getWidth(); x++) {
                    int grey = line.getRGB(x, y) & 0xff;
                    graphics.setColor(new Color(200 + grey * 55 / 255, grey, grey));
                    graphics.fillRect(100 + x, 80 + y, 1, 1);
                }
            }
        });
        assertThat(Pictures.texts(READER.read(red).lines())).containsExactly("高炉炉温应当每小时测量一次。");
    }
}
