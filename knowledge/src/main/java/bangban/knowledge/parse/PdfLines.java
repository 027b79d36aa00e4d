package bangban.knowledge.parse;

import bangban.knowledge.parse.PdfRules.Rule;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The printed lines of a PDF, page by page from the top, with their places. */
final class PdfLines extends PDFTextStripper {

    /** A gap this many letters wide parts two cells; an ideographic blank is one. */
    private static final float CELL_GAP = 1.6f;

    private static final float WORD_GAP = 0.25f;

    private final List<PdfPage> pages = new ArrayList<>();
    private final List<Run> runs = new ArrayList<>();
    private final Limits limits;
    private long characters;

    private record Run(String text, float left, float right, float y, float size) {}

    private PdfLines(Limits limits) {
        this.limits = limits;
        setSortByPosition(true);
        setSuppressDuplicateOverlappingText(true);
        setAddMoreFormatting(false);
    }

    static List<PdfPage> of(PDDocument document, Limits limits) throws IOException, ParseException {
        PdfLines lines = new PdfLines(limits);
        for (int page = 1; page <= document.getNumberOfPages(); page++) {
            lines.setStartPage(page);
            lines.setEndPage(page);
            lines.writeText(document, Writer.nullWriter());
            lines.endPage(page, PdfRules.of(document.getPage(page - 1)));
        }
        return lines.pages;
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

    private void endPage(int page, List<Rule> rules) throws ParseException {
        limits.checkCharacters(characters);
        List<Run> sorted = new ArrayList<>(runs);
        runs.clear();
        sorted.sort(Comparator.comparingDouble(Run::y));
        List<PdfLine> lines = new ArrayList<>();
        List<Run> line = new ArrayList<>();
        for (Run run : sorted) {
            if (!line.isEmpty()
                    && run.y() - line.getFirst().y()
                            > 0.45f * Math.max(run.size(), line.getFirst().size())) {
                lines.add(line(page, line, rules));
                line = new ArrayList<>();
            }
            line.add(run);
        }
        if (!line.isEmpty()) {
            lines.add(line(page, line, rules));
        }
        List<PdfGrid> tables = PdfGrid.of(rules);
        pages.add(new PdfPage(
                page, lines.stream().flatMap(one -> outside(one, tables)).toList(), tables));
    }

    /** What of a line stands in no ruled table; the tables take the rest. */
    private static Stream<PdfLine> outside(PdfLine line, List<PdfGrid> tables) {
        List<PdfLine.Segment> rest = line.segments().stream()
                .filter(segment -> tables.stream().noneMatch(table -> table.takes(segment, line.y(), line.size())))
                .toList();
        return rest.isEmpty() ? Stream.empty() : Stream.of(new PdfLine(line.page(), rest, line.y(), line.size()));
    }

    private static boolean isRuled(List<Rule> rules, float right, Run next) {
        float y = next.y() - 0.35f * next.size();
        return rules.stream()
                .anyMatch(rule ->
                        !rule.horizontal() && rule.at() >= right - 2 && rule.at() <= next.left() + 2 && rule.covers(y));
    }

    private static PdfLine line(int page, List<Run> runs, List<Rule> rules) {
        runs.sort(Comparator.comparingDouble(Run::left));
        List<PdfLine.Segment> segments = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        float left = runs.getFirst().left();
        float right = left;
        float size = 0;
        for (Run run : runs) {
            float gap = run.left() - right;
            if (!text.isEmpty() && (gap > CELL_GAP * run.size() || isRuled(rules, right, run))) {
                segments.add(new PdfLine.Segment(text.toString().strip(), left, right));
                text.setLength(0);
                left = run.left();
            } else if (!text.isEmpty() && gap > WORD_GAP * run.size()) {
                text.append(gap > 0.8f * run.size() ? "\u3000" : " ");
            }
            text.append(run.text());
            right = Math.max(run.right(), text.isEmpty() ? 0 : right);
            size = Math.max(size, run.size());
        }
        segments.add(new PdfLine.Segment(text.toString().strip(), left, right));
        return new PdfLine(page, segments, runs.getFirst().y(), size);
    }
}
