package bangban.knowledge.parse;

import bangban.knowledge.parse.Piece.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds tables that have no rules, or only horizontal ones: lines one under another whose parts stand in the same columns. A line without
 * a first cell continues the row above it.
 */
final class PdfTables {

    private static final int FEWEST_ROWS = 3;
    private static final float NEAR = 4f;
    /** How often lines at the end are left off, to see whether those before are a table. */
    private static final int MOST_TRIES = 6;

    /** A table and how many lines it takes. */
    record Found(PrintedTable table, int lines) {}

    private PdfTables() {}

    /** The table that begins at this line, null where none does. */
    static @Nullable Found at(PdfPage page, int from) {
        List<PdfLine> lines = page.lines();
        for (RuleStack stack : page.stacks()) {
            if (stack.covers(lines.get(from))) {
                int to = from;
                while (to < lines.size() && stack.covers(lines.get(to))) {
                    to++;
                }
                PdfColumns columns = PdfColumns.of(lines.subList(from, to));
                if (columns.columns().size() >= 2) {
                    return new Found(table(lines.subList(from, to), columns, stack), to - from);
                }
            }
        }
        return withoutRules(lines, from);
    }

    /**
     * The rows with which a page begins that go on with the table that ended the page before, though they are too few to be one by
     * themselves; null where there are none.
     */
    static @Nullable Found continuing(PrintedTable before, PdfPage page) {
        List<PdfLine> lines = page.lines();
        if (before.lastPage() != page.number() - 1 || lines.isEmpty()) {
            return null;
        }
        PdfColumns columns = PdfColumns.of(before.columns(), lines.getFirst().size());
        int to = 0;
        while (to < lines.size()
                && lines.get(to).segments().size() > 1
                && columns.hold(lines.get(to))
                && (to == 0 || isNear(lines, to))) {
            to++;
        }
        if (to == 0) {
            return null;
        }
        List<List<String>> rows = rows(lines.subList(0, to), columns);
        boolean headed = before.header().equals(rows.subList(0, 1));
        List<List<String>> header = headed ? before.header() : List.of();
        List<Row> body = body(rows.subList(header.size(), rows.size()), page.number());
        return new Found(new PrintedTable(before.columns(), header, body, page.number(), page.number()), to);
    }

    private static List<List<String>> rows(List<PdfLine> lines, PdfColumns columns) {
        List<List<String>> rows = new ArrayList<>();
        for (PdfLine line : lines) {
            List<String> cells = columns.cells(line);
            if (rows.isEmpty() || !cells.getFirst().isEmpty()) {
                rows.add(cells);
            } else {
                join(rows.getLast(), cells);
            }
        }
        return rows;
    }

    private static List<Row> body(List<List<String>> rows, int page) {
        return rows.stream().map(cells -> new Row(null, cells, page)).toList();
    }

    private static @Nullable Found withoutRules(List<PdfLine> lines, int from) {
        if (lines.get(from).segments().size() < 2) {
            return null;
        }
        int to = from + 1;
        while (to < lines.size() && belongs(lines, from, to)) {
            to++;
        }
        for (int tries = 0; tries < MOST_TRIES && to - from >= FEWEST_ROWS; tries++) {
            List<PdfLine> block = lines.subList(from, to);
            PdfColumns columns = PdfColumns.of(block);
            if (isTable(block, columns)) {
                return new Found(table(block, columns, RuleStack.NONE), to - from);
            }
            to--;
            while (to - from >= FEWEST_ROWS && lines.get(to - 1).segments().size() < 2) {
                to--;
            }
        }
        return null;
    }

    /** A line with several parts, or the second line of a cell. */
    private static boolean belongs(List<PdfLine> lines, int from, int at) {
        PdfLine line = lines.get(at);
        if (!isNear(lines, at)) {
            return false;
        }
        if (line.segments().size() > 1) {
            return true;
        }
        PdfLine first = lines.get(from);
        boolean narrow = line.right() - line.left() < 0.6f * (first.right() - first.left());
        return narrow
                && LineStart.of(line.text()).isEmpty()
                && line.left() > first.segments().getFirst().right();
    }

    private static boolean isNear(List<PdfLine> lines, int at) {
        return lines.get(at).y() - lines.get(at - 1).y() < NEAR * lines.get(at).size();
    }

    private static boolean isTable(List<PdfLine> block, PdfColumns columns) {
        int width = columns.columns().size();
        if (width < 2 || !columns.areAligned()) {
            return false;
        }
        long full = block.stream()
                .filter(line ->
                        line.segments().size() * 2 > width && line.segments().size() > 1)
                .count();
        List<List<String>> cells = block.stream().map(columns::cells).toList();
        return full >= FEWEST_ROWS
                && !TableGuards.isProse(cells)
                && !TableGuards.isList(cells)
                && !TableGuards.isForm(cells);
    }

    private static PrintedTable table(List<PdfLine> lines, PdfColumns columns, RuleStack stack) {
        List<List<String>> rows = new ArrayList<>();
        int headerRows = 1;
        int headerLines = stack.isEmpty() ? headerLines(lines, columns) : 0;
        for (int i = 0; i < lines.size(); i++) {
            PdfLine line = lines.get(i);
            List<String> cells = columns.cells(line);
            boolean spans = columns.spans(line);
            boolean ruled = i > 0 && stack.parts(lines.get(i - 1), line);
            boolean begins = rows.isEmpty()
                    || ruled
                    || spans
                    || !cells.getFirst().isEmpty()
                    || i <= headerLines
                    || cells.stream().skip(1).noneMatch(String::isEmpty);
            if (begins) {
                rows.add(cells);
            } else {
                join(rows.getLast(), cells);
            }
            if (i < headerLines || stack.isHeader(line)) {
                headerRows = rows.size();
            }
        }
        int page = lines.getFirst().page();
        int header = Math.min(headerRows, rows.size() - 1);
        return new PrintedTable(
                columns.columns(), rows.subList(0, header), body(rows.subList(header, rows.size()), page), page, page);
    }

    /** The lines with parts over several columns at the top, and the one under them that names each column. */
    private static int headerLines(List<PdfLine> lines, PdfColumns columns) {
        int spanning = 0;
        while (spanning < lines.size() - 1 && columns.spans(lines.get(spanning))) {
            spanning++;
        }
        return spanning + 1;
    }

    private static void join(List<String> above, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            above.set(i, PlainText.join(above.get(i), cells.get(i)));
        }
    }
}
