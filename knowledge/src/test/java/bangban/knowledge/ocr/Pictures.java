package bangban.knowledge.ocr;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/** Pictures of text that were drawn for these tests, and ways to look at what was read. */
final class Pictures {

    private Pictures() {}

    static BufferedImage read(String name) throws IOException {
        try (InputStream stream = Pictures.class.getResourceAsStream("/ocr/" + name)) {
            return ImageIO.read(Objects.requireNonNull(stream));
        }
    }

    static BufferedImage drawn(int width, int height, Consumer<Graphics2D> drawing) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.BLACK);
        drawing.accept(graphics);
        graphics.dispose();
        return image;
    }

    /** The texts from the top. */
    static List<String> texts(List<TextLine> lines) {
        return lines.stream()
                .sorted(Comparator.comparingDouble(line -> line.box().y()))
                .map(TextLine::text)
                .toList();
    }
}
