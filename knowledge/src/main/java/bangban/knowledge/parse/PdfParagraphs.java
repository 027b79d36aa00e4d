package bangban.knowledge.parse;

import bangban.knowledge.parse.Piece.Paragraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Joins printed lines into paragraphs again, over line and page breaks, by indents, short lines, gaps and numbers. */
final class PdfParagraphs {

    /** Larger than body text by this much is a title or heading. */
    private static final float HEADING_SIZE = 1.12f;

    private static final int LONGEST_WORD = 16;
    /** Of a Latin letter or figure, in ems. */
    private static final float LATIN_WIDTH = 0.6f;

    private static final int LONGEST_HEADING = 60;
    /** A share of the text's width. */
    private static final float SIGNED = 0.5f;

    private static final Pattern CONTINUED =
            Pattern.compile("续表.{0,40}|表.{0,60}[（(]续[)）]|(?i:table .{0,60}\\(continued\\))");

    private final float body;
    private final float left;
    private final float right;
    private final float spacing;
    private final boolean indented;
    private final List<Float> headingSizes;
    private final List<Piece> pieces = new ArrayList<>();
    private @Nullable PrintedTable open;
    private int openAt;
    private int afterOpen;
    private String pending = "";
    private @Nullable PdfLine first;
    private @Nullable PdfLine last;

    PdfParagraphs(List<PdfPage> pages) {
        List<PdfLine> lines =
                pages.stream().flatMap(page -> page.lines().stream()).toList();
        body = mostFrequent(lines, PdfLine::size, true);
        left = mostFrequent(
                lines.stream()
                        .filter(line -> line.size() <= body * HEADING_SIZE)
                        .toList(),
                PdfLine::left,
                true);
        right = (float) lines.stream()
                .mapToDouble(PdfLine::right)
                .sorted()
                .skip((long) (lines.size() * 0.95))
                .findFirst()
                .orElse(0);
        spacing = spacing(pages);
        long indents = lines.stream().filter(this::isIndented).count();
        indented = indents * 8 >= lines.size();
        headingSizes = headingSizes(lines);
    }

    private interface Measure {
        float of(PdfLine line);
    }

    /** The value that most letters have, to half a point. */
    private static float mostFrequent(List<PdfLine> lines, Measure measure, boolean byLetters) {
        Map<Integer, Integer> weight = new HashMap<>();
        for (PdfLine line : lines) {
            weight.merge(
                    Math.round(measure.of(line) * 2), byLetters ? line.text().length() : 1, Integer::sum);
        }
        return weight.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue()
                        .thenComparing(
                                Map.Entry.<Integer, Integer>comparingByKey().reversed()))
                .map(entry -> entry.getKey() / 2f)
                .orElse(0f);
    }

    private static float spacing(List<PdfPage> pages) {
        Map<Integer, Integer> gaps = new HashMap<>();
        for (PdfPage page : pages) {
            List<PdfLine> lines = page.lines();
            for (int i = 1; i < lines.size(); i++) {
                gaps.merge(Math.round(lines.get(i).y() - lines.get(i - 1).y()), 1, Integer::sum);
            }
        }
        return gaps.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue()
                        .thenComparing(
                                Map.Entry.<Integer, Integer>comparingByKey().reversed()))
                .map(entry -> (float) entry.getKey())
                .orElse(0f);
    }

    private List<Float> headingSizes(List<PdfLine> lines) {
        TreeSet<Float> sizes = new TreeSet<>();
        for (PdfLine line : lines) {
            if (line.size() >= body * HEADING_SIZE) {
                sizes.add((float) Math.round(line.size()));
            }
        }
        return List.copyOf(sizes.descendingSet());
    }

    private boolean isIndented(PdfLine line) {
        return line.left() - left > 1.2f * body && line.left() - left < 4.5f * body;
    }

    void add(PdfLine line) {
        if (last != null && begins(line, last)) {
            flush();
        }
        if (pending.isEmpty()) {
            first = line;
        }
        pending = PlainText.join(pending, line.text());
        last = line;
    }

    /** A table goes on with the one that ended the page before, where the columns are the same and at most 续表 stands between. */
    void add(PrintedTable table) {
        flush();
        last = null;
        PrintedTable before = open;
        boolean announced = before != null
                && pieces.size() == afterOpen + 1
                && pieces.getLast() instanceof Paragraph paragraph
                && CONTINUED.matcher(paragraph.text()).matches();
        if (before != null && (pieces.size() == afterOpen || announced) && before.goesOnWith(table)) {
            pieces.subList(openAt, pieces.size()).clear();
            open = before.joined(table);
        } else {
            openAt = pieces.size();
            open = table;
        }
        pieces.addAll(open.pieces());
        afterOpen = pieces.size();
    }

    /** The table that everything so far ends with, null where it is something else. */
    @Nullable
    PrintedTable lastTable() {
        return pending.isEmpty() && pieces.size() == afterOpen ? open : null;
    }

    private boolean begins(PdfLine line, PdfLine before) {
        if (Math.abs(line.size() - before.size()) > 0.12f * body) {
            return true;
        }
        boolean samePage = line.page() == before.page();
        if (samePage && line.y() - before.y() > 1.45f * Math.max(spacing, line.size())) {
            return true;
        }
        if (isSigned(line) && isSigned(before)) {
            return true;
        }
        boolean large = line.size() >= body * HEADING_SIZE;
        if (large) {
            return LineStart.of(line.text()).isPresent();
        }
        if (PlainText.endsSentence(pending)
                && LineStart.of(line.text()).filter(LineStart::apart).isPresent()) {
            return true;
        }
        boolean full = right - before.right() < 2f * body + firstWord(line.text());
        if (!full || isIndented(line)) {
            return !hangs(line, before, full);
        }
        return !indented && LineStart.of(line.text()).filter(LineStart::apart).isPresent();
    }

    /** True for what is set to the right under a text: who signed it, and the day. */
    private boolean isSigned(PdfLine line) {
        return line.left() > left + SIGNED * (right - left) && line.segments().size() == 1;
    }

    /** Width of the Latin word or number at the start, which is not broken, so that the line before could not take it; else 0. */
    private float firstWord(String text) {
        if (LineStart.of(text).isPresent()) {
            return 0;
        }
        int length = 0;
        while (length < text.length() && text.charAt(length) != ' ' && !Character.isIdeographic(text.charAt(length))) {
            length++;
        }
        return length == text.length() && length > LONGEST_WORD
                ? 0
                : Math.min(length, LONGEST_WORD) * LATIN_WIDTH * body;
    }

    /** True for the second line of a hanging list entry: set under its first, which is full, and numbered by nothing. */
    private boolean hangs(PdfLine line, PdfLine before, boolean full) {
        return full
                && LineStart.of(line.text()).isEmpty()
                && Math.abs(line.left() - before.left()) < 0.3f * body
                && before != first;
    }

    private void flush() {
        PdfLine start = first;
        if (start != null && !pending.isEmpty()) {
            String text = PlainText.line(pending);
            pieces.add(new Paragraph(text, heading(start, text), null, start.page()));
        }
        pending = "";
        first = null;
    }

    /** Numbers give the level of a numbered heading, size that of the others. */
    private int heading(PdfLine line, String text) {
        boolean large = line.size() >= body * HEADING_SIZE && text.length() <= LONGEST_HEADING;
        if (!large || LineStart.of(text).isPresent()) {
            return 0;
        }
        return 1 + Math.max(0, headingSizes.indexOf((float) Math.round(line.size())));
    }

    List<Piece> pieces() {
        flush();
        return pieces;
    }
}
