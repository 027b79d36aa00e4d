package bangban.knowledge.parse;

import bangban.knowledge.ocr.OcrException;
import bangban.knowledge.ocr.PageReader;
import bangban.knowledge.ocr.RecognisedPage;
import bangban.knowledge.ocr.TextLine;
import bangban.knowledge.ocr.TextRecogniser;
import bangban.knowledge.ocr.TextRecognisers;
import bangban.knowledge.parse.PageLayout.Run;
import bangban.knowledge.parse.ParseException.Reason;
import bangban.knowledge.parse.PdfRules.Rule;
import java.awt.image.BufferedImage;
import java.util.List;

/** Recognised text as if it were printed: in points, on a base, in the few sizes that a page has. */
final class RecognisedText {

    private static final float LATIN = 0.55f;
    /** Of an ideograph, of which its box's middle is the middle, in ems. */
    private static final float BASE_UNDER_MIDDLE = 0.38f;

    private static final float HEIGHT_IN_EMS = 1.15f;
    /** Measured sizes that differ by less are one. */
    private static final float SAME = 1.18f;

    private static final int FEWEST_IDEOGRAPHS = 4;

    private RecognisedText() {}

    /** @param points a pixel's side */
    static PdfPage page(int number, BufferedImage image, float points) throws ParseException {
        TextRecogniser recogniser = TextRecognisers.available().orElseThrow(RecognisedText::nothingRecognises);
        try {
            return page(number, new PageReader(recogniser).read(image), points);
        } catch (OcrException e) {
            throw new ParseException(Reason.NO_OCR, "text recognition failed on page " + number, e);
        }
    }

    static ParseException nothingRecognises() {
        return new ParseException(Reason.NO_OCR, "the pages are pictures, and no text recognition is installed");
    }

    static PdfPage page(int number, RecognisedPage page, float points) {
        float body = body(page.lines());
        List<Run> runs = page.lines().stream()
                .map(line -> run(line, size(line, body), points))
                .toList();
        List<Rule> rules = page.strokes().stream()
                .map(stroke -> new Rule(
                        stroke.horizontal(), stroke.at() * points, stroke.from() * points, stroke.to() * points))
                .toList();
        return PageLayout.page(number, runs, rules);
    }

    private static Run run(TextLine line, float size, float points) {
        float base = line.box().y() + BASE_UNDER_MIDDLE * size;
        float rounded = Math.max(1, Math.round(size * points * 2) / 2f);
        return new Run(line.text(), line.box().left() * points, line.box().right() * points, base * points, rounded);
    }

    private static float size(TextLine line, float body) {
        float measured = measured(line);
        return measured < body * SAME && measured > body / SAME ? body : measured;
    }

    /** The size that most letters have, in pixels. */
    private static float body(List<TextLine> lines) {
        List<TextLine> sorted = lines.stream()
                .sorted((one, other) -> Float.compare(measured(one), measured(other)))
                .toList();
        int letters = sorted.stream().mapToInt(line -> line.text().length()).sum();
        int before = 0;
        for (TextLine line : sorted) {
            before += line.text().length();
            if (before * 2 >= letters) {
                return measured(line);
            }
        }
        return 1;
    }

    /** An em by the line's length, which is surer than the height of its box; by that where it has few ideographs. */
    private static float measured(TextLine line) {
        long ideographs =
                line.text().codePoints().filter(Character::isIdeographic).count();
        if (ideographs < FEWEST_IDEOGRAPHS) {
            return line.box().height() / HEIGHT_IN_EMS;
        }
        double ems = line.text()
                .codePoints()
                .mapToDouble(c -> c < 0x2000 ? LATIN : 1)
                .sum();
        return Math.min((float) (line.box().width() / ems), line.box().height());
    }
}
