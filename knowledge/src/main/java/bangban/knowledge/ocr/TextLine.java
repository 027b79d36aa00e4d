package bangban.knowledge.ocr;

/**
 * A line of recognised text, or a part of one that a wide gap sets apart.
 *
 * @param box where it stands, in pixels
 * @param confidence from 0 to 1
 * @param upsideDown true where it was read with its head down
 */
public record TextLine(String text, TextBox box, float confidence, boolean upsideDown) {

    TextLine withBox(TextBox other) {
        return new TextLine(text, other, confidence, upsideDown);
    }

    TextLine withText(String other) {
        return new TextLine(other, box, confidence, upsideDown);
    }
}
