package bangban.knowledge.ocr;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Reads a page's picture: seals taken off, turned and set straight as its text says, rules found between the lines. */
public final class PageReader {

    /** Where more than this share of the letters stands otherwise, the page is turned. */
    private static final float TURNED = 0.5f;

    /** Below this mean confidence of an engine that does not tell which way lines stand, every turn is tried. */
    private static final float UNSURE = 0.75f;
    /** In radians; less is the noise of short lines. */
    private static final float LEAST_SKEW = 0.006f;

    private static final float LEAST_OVERLAP = 0.5f;
    private static final float SMALLEST_LETTER = 8;
    private static final float HEIGHT_IN_EMS = 1.15f;

    private final TextRecogniser recogniser;

    /** A page turned by so many quarters, and what was read on it. */
    private record Reading(int quarters, GreyImage page, List<TextLine> lines) {

        double letters() {
            return lines.stream()
                    .filter(line -> !line.box().isTall() && !line.upsideDown())
                    .mapToDouble(line -> line.confidence() * line.text().length())
                    .sum();
        }
    }

    public PageReader(TextRecogniser recogniser) {
        this.recogniser = recogniser;
    }

    public RecognisedPage read(BufferedImage image) throws OcrException {
        Seals seals = new Seals(image);
        GreyImage plain = GreyImage.of(image);
        GreyImage clean = seals.without(plain);
        Reading reading = upright(clean);
        List<TextLine> lines = new ArrayList<>(reading.lines());
        for (Region seal : seals.regions()) {
            Region turned = seal.turned(reading.quarters(), plain.width(), plain.height());
            betterUnderSeal(lines, plain.turned(reading.quarters()), turned);
        }
        return straight(reading.page(), lines);
    }

    /** The page on its feet: its text decides, a turned one is read again. */
    private Reading upright(GreyImage page) throws OcrException {
        Reading first = new Reading(0, page, recogniser.recognise(page));
        Reading best = first;
        for (int quarters : turnsToTry(first.lines())) {
            GreyImage turned = page.turned(quarters);
            Reading other = new Reading(quarters, turned, recogniser.recognise(turned));
            best = other.letters() > best.letters() ? other : best;
        }
        return best;
    }

    private static List<Integer> turnsToTry(List<TextLine> lines) {
        double all = letters(lines, line -> true);
        double tall = letters(lines, line -> line.box().isTall() && line.text().length() > 1);
        if (all == 0) {
            return List.of();
        }
        if (tall > TURNED * all) {
            double up = letters(lines, line -> line.box().isTall() && line.upsideDown());
            return List.of(up > TURNED * tall ? 1 : 3);
        }
        if (letters(lines, TextLine::upsideDown) > TURNED * all) {
            return List.of(2);
        }
        double sure = lines.stream()
                .mapToDouble(line -> line.confidence() * line.text().length())
                .sum();
        return sure < UNSURE * all ? List.of(1, 2, 3) : List.of();
    }

    private static double letters(List<TextLine> lines, Predicate<TextLine> of) {
        return lines.stream().filter(of).mapToInt(line -> line.text().length()).sum();
    }

    /** Reads the place with the seal on it, too: where the same line is surer then, it counts. */
    private void betterUnderSeal(List<TextLine> lines, GreyImage plain, Region seal) throws OcrException {
        int margin = seal.height() / 4;
        int top = Math.max(0, seal.top() - margin);
        int bottom = Math.min(plain.height(), seal.bottom() + margin);
        for (TextLine sealed : recogniser.recognise(plain.part(0, top, plain.width(), bottom))) {
            TextBox box = sealed.box().moved(0, top);
            lines.replaceAll(line -> isSame(line, box) && isSurer(sealed, line) ? sealed.withBox(line.box()) : line);
        }
    }

    private static boolean isSurer(TextLine line, TextLine than) {
        return line.confidence() > than.confidence()
                && line.text().length() >= than.text().length();
    }

    private static boolean isSame(TextLine line, TextBox box) {
        return line.box().overlap(box) > LEAST_OVERLAP && box.overlap(line.box()) > LEAST_OVERLAP;
    }

    private static RecognisedPage straight(GreyImage page, List<TextLine> lines) {
        float skew = skew(lines);
        List<TextLine> straight = lines.stream()
                .map(line -> line.withBox(line.box().turned(-skew, page.width() / 2f, page.height() / 2f)))
                .toList();
        float letter = letter(lines);
        List<Stroke> strokes = outside(RuledLines.of(skew == 0 ? page : page.askew(-skew), letter), straight);
        List<TextLine> cut = CellCutter.cut(straight, strokes).stream()
                .map(line -> line.withText(OcrPunctuation.normalised(line.text())))
                .toList();
        return new RecognisedPage(cut, strokes, letter, page.width(), page.height());
    }

    /** The middle of the long lines' angles, 0 where it is hardly any. */
    private static float skew(List<TextLine> lines) {
        List<Float> angles = lines.stream()
                .map(TextLine::box)
                .filter(box -> box.width() > 8 * box.height())
                .map(TextBox::angle)
                .sorted()
                .toList();
        float middle = angles.isEmpty() ? 0 : angles.get(angles.size() / 2);
        return Math.abs(middle) < LEAST_SKEW ? 0 : middle;
    }

    private static float letter(List<TextLine> lines) {
        List<Float> heights = lines.stream()
                .filter(line -> !line.box().isTall())
                .map(line -> line.box().height() / HEIGHT_IN_EMS)
                .sorted()
                .toList();
        return heights.isEmpty() ? 2 * SMALLEST_LETTER : Math.max(SMALLEST_LETTER, heights.get(heights.size() / 2));
    }

    /** A stroke within a line of text is one of a large letter. */
    private static List<Stroke> outside(List<Stroke> strokes, List<TextLine> lines) {
        return strokes.stream()
                .filter(stroke -> lines.stream().noneMatch(line -> contains(line.box(), stroke)))
                .toList();
    }

    private static boolean contains(TextBox box, Stroke stroke) {
        return stroke.horizontal()
                ? stroke.at() > box.top() + 2
                        && stroke.at() < box.bottom() - 2
                        && stroke.from() >= box.left() - 2
                        && stroke.to() <= box.right() + 2
                : stroke.at() > box.left()
                        && stroke.at() < box.right()
                        && stroke.from() >= box.top() - 2
                        && stroke.to() <= box.bottom() + 2;
    }
}
