package bangban.knowledge.parse;

import bangban.knowledge.parse.PdfLine.Segment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds tables by position: lines one under another whose parts stand in the same columns. A line without a first cell continues the
 * row above it.
 */
final class PdfTables {

    private static final int FEWEST_ROWS = 3;

    /** One column's horizontal extent, in points. */
    private record Column(float left, float right) {}

    /** A table and how many lines it takes. */
    record Found(Piece.Table table, int lines) {}

    private PdfTables() {}

    /** The table that begins at this line, null where none does. */
    static @Nullable Found at(List<PdfLine> page, int from) {
        int columns = page.get(from).segments().size();
        if (columns < 2) {
            return null;
        }
        List<Column> grid = new ArrayList<>();
        for (Segment segment : page.get(from).segments()) {
            grid.add(new Column(segment.left(), segment.right()));
        }
        int to = from + 1;
        int full = 1;
        while (to < page.size() && isNear(page, to)) {
            PdfLine line = page.get(to);
            List<Column> wider = fitted(grid, line);
            boolean numbered =
                    line.segments().size() == 1 && LineStart.of(line.text()).isPresent();
            if (wider.isEmpty() || numbered || (line.segments().size() == 1 && !isContinuation(grid, line))) {
                break;
            }
            full += line.segments().size() == columns ? 1 : 0;
            grid = wider;
            to++;
        }
        return full < FEWEST_ROWS ? null : new Found(table(page.subList(from, to), grid), to - from);
    }

    private static boolean isNear(List<PdfLine> page, int at) {
        return page.get(at).y() - page.get(at - 1).y() < 4f * page.get(at).size();
    }

    /** A part of a row that needed a second line: it stands under a column that is not the whole width. */
    private static boolean isContinuation(List<Column> grid, PdfLine line) {
        Segment only = line.segments().getFirst();
        return only.right() - only.left()
                < 0.6f * (grid.getLast().right() - grid.getFirst().left());
    }

    /** The columns widened by the line's parts, empty where a part stands across two columns or beside all. */
    private static List<Column> fitted(List<Column> grid, PdfLine line) {
        List<Column> wider = new ArrayList<>(grid);
        for (Segment segment : line.segments()) {
            int at = column(grid, segment);
            if (at < 0) {
                return List.of();
            }
            Column column = wider.get(at);
            wider.set(
                    at, new Column(Math.min(column.left(), segment.left()), Math.max(column.right(), segment.right())));
        }
        for (int i = 1; i < wider.size(); i++) {
            if (wider.get(i).left() <= wider.get(i - 1).right()) {
                return List.of();
            }
        }
        return wider;
    }

    private static int column(List<Column> grid, Segment segment) {
        int found = -1;
        for (int i = 0; i < grid.size(); i++) {
            boolean overlaps = segment.left() < grid.get(i).right()
                    && segment.right() > grid.get(i).left();
            if (overlaps && found >= 0) {
                return -1;
            }
            found = overlaps ? i : found;
        }
        return found >= 0 ? found : between(grid, segment);
    }

    /** The column whose start is nearest, for a short value that is set apart from a long header. */
    private static int between(List<Column> grid, Segment segment) {
        float limit = 6
                * Math.max(
                        6,
                        (segment.right() - segment.left())
                                / Math.max(1, segment.text().length()));
        int nearest = -1;
        float distance = limit;
        for (int i = 0; i < grid.size(); i++) {
            float apart = Math.min(
                    Math.abs(grid.get(i).left() - segment.left()),
                    Math.abs(grid.get(i).right() - segment.right()));
            if (apart < distance) {
                distance = apart;
                nearest = i;
            }
        }
        return nearest;
    }

    private static Piece.Table table(List<PdfLine> lines, List<Column> grid) {
        List<List<String>> rows = new ArrayList<>();
        for (PdfLine line : lines) {
            List<String> cells = cells(line, grid);
            boolean continues = !rows.isEmpty()
                    && cells.getFirst().isEmpty()
                    && line.segments().size() < grid.size();
            if (continues) {
                List<String> above = rows.getLast();
                for (int i = 0; i < cells.size(); i++) {
                    above.set(i, PlainText.join(above.get(i), cells.get(i)));
                }
            } else {
                rows.add(cells);
            }
        }
        int page = lines.getFirst().page();
        List<Piece.Row> body = rows.subList(1, rows.size()).stream()
                .map(cells -> new Piece.Row(null, cells, page))
                .toList();
        return new Piece.Table(rows.getFirst(), body, page);
    }

    private static List<String> cells(PdfLine line, List<Column> grid) {
        List<String> cells = new ArrayList<>();
        for (Column column : grid) {
            StringBuilder cell = new StringBuilder();
            for (Segment segment : line.segments()) {
                if (segment.left() >= column.left() - 0.1f && segment.right() <= column.right() + 0.1f) {
                    cell.append(segment.text());
                }
            }
            cells.add(PlainText.cell(cell.toString()));
        }
        return cells;
    }
}
