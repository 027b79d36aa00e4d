package bangban.knowledge.ocr;

import java.util.List;

/**
 * A page that was read, set upright and straight.
 *
 * @param lines its text, in no particular order
 * @param strokes the rules on it
 * @param letter the usual height of a letter's em in pixels
 */
public record RecognisedPage(List<TextLine> lines, List<Stroke> strokes, float letter, int width, int height) {

    public RecognisedPage {
        lines = List.copyOf(lines);
        strokes = List.copyOf(strokes);
    }
}
