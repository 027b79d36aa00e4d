package bangban.knowledge.parse;

import bangban.knowledge.parse.PageLayout.Run;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The printed lines of a PDF, page by page from the top, with their places. */
final class PdfLines extends PDFTextStripper {

    private static final float WORD_GAP = 0.25f;
    /** With fewer letters than this, a page that holds a picture is taken for a scan. */
    private static final int FEWEST_LETTERS = 20;

    private static final double PICTURE = 0.3;
    /** Letters that are set as outlines have so many curves together. */
    private static final int OUTLINES = 200;

    private static final double UNKNOWN = 0.3;

    private final List<Run> runs = new ArrayList<>();
    private final Limits limits;
    private long characters;
    private int letters;
    private int unknown;

    private PdfLines(Limits limits) {
        this.limits = limits;
        setSortByPosition(true);
        setSuppressDuplicateOverlappingText(true);
        setAddMoreFormatting(false);
    }

    static List<PdfPage> of(PDDocument document, Limits limits, PageProgress progress)
            throws IOException, ParseException {
        PdfLines lines = new PdfLines(limits);
        PdfScans scans = new PdfScans(document);
        int count = document.getNumberOfPages();
        List<PdfPage> pages = new ArrayList<>();
        for (int page = 1; page <= count; page++) {
            lines.read(document, page);
            PdfRules.Drawn drawn = PdfRules.of(document.getPage(page - 1));
            PdfPage printed = PageLayout.page(page, lines.runs, drawn.rules());
            boolean isScan = lines.isScan(drawn);
            pages.add(isScan ? scans.read(printed) : printed);
            progress.page(page, count, isScan);
        }
        scans.checkRead(pages);
        return pages;
    }

    private void read(PDDocument document, int page) throws IOException, ParseException {
        runs.clear();
        letters = 0;
        unknown = 0;
        setStartPage(page);
        setEndPage(page);
        writeText(document, Writer.nullWriter());
        limits.checkCharacters(characters);
    }

    /** True for a page that shows text which its text layer does not have, or has as signs that no font explains. */
    private boolean isScan(PdfRules.Drawn drawn) {
        if (unknown > UNKNOWN * (letters + unknown)) {
            return true;
        }
        return letters < FEWEST_LETTERS && drawn.pictures() > PICTURE || letters == 0 && drawn.curves() > OUTLINES;
    }

    private void count(String text) {
        if (!text.isBlank()) {
            int c = text.codePointAt(0);
            boolean known = c != 0xFFFD
                    && Character.isDefined(c)
                    && !Character.isISOControl(c)
                    && Character.getType(c) != Character.PRIVATE_USE;
            letters += known ? 1 : 0;
            unknown += known ? 0 : 1;
        }
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        StringBuilder run = new StringBuilder();
        float left = 0;
        float right = 0;
        float y = 0;
        float size = 0;
        for (TextPosition position : positions) {
            String unicode = PlainText.unifyRadicals(position.getUnicode());
            count(unicode);
            float x = position.getXDirAdj();
            float height = Math.max(1, position.getFontSizeInPt());
            boolean blank = unicode.isBlank();
            if (!run.isEmpty() && x - right > WORD_GAP * height) {
                runs.add(new Run(run.toString(), left, right, y, size));
                run.setLength(0);
                size = 0;
            }
            if (run.isEmpty() && blank) {
                continue;
            }
            if (run.isEmpty()) {
                left = x;
                y = position.getYDirAdj();
            }
            run.append(blank ? " " : unicode);
            right = x + position.getWidthDirAdj();
            size = Math.max(size, height);
        }
        if (!run.isEmpty()) {
            runs.add(new Run(run.toString(), left, right, y, size));
        }
        characters += positions.size();
    }
}
