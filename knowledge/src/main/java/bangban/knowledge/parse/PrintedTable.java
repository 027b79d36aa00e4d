package bangban.knowledge.parse;

import bangban.knowledge.parse.Piece.Paragraph;
import bangban.knowledge.parse.Piece.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * A table as it stands on a page, before what a page break tore apart is joined.
 *
 * @param columns their extents, from left to right
 * @param header its rows as printed, a value over several columns in each of them; empty where the table has none
 * @param rows each as wide as the columns
 * @param lastPage where it ends so far
 */
record PrintedTable(List<Column> columns, List<List<String>> header, List<Row> rows, int page, int lastPage) {

    /** A column's horizontal extent in points. */
    record Column(float left, float right) {

        /** How much of the narrower one both share. */
        private float overlap(Column other) {
            float shared = Math.min(right, other.right) - Math.max(left, other.left);
            return shared / Math.max(1, Math.min(right - left, other.right - other.left));
        }
    }

    private static final float SAME = 0.6f;

    PrintedTable {
        columns = List.copyOf(columns);
        header = header.stream().map(List::copyOf).toList();
        rows = List.copyOf(rows);
    }

    /** True where the other, on the next page, has the same columns. */
    boolean goesOnWith(PrintedTable next) {
        if (next.page != lastPage + 1 || next.columns.size() != columns.size()) {
            return false;
        }
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).overlap(next.columns.get(i)) < SAME) {
                return false;
            }
        }
        return true;
    }

    /** Both as one: a repeated header is left out, a row that the break split is joined, a value that reaches over it repeated. */
    PrintedTable joined(PrintedTable next) {
        List<Row> more = new ArrayList<>();
        if (!next.header.equals(header)) {
            next.header.forEach(cells -> more.add(new Row(null, cells, next.page)));
        }
        more.addAll(next.rows);
        List<Row> all = new ArrayList<>(rows);
        for (int i = 0; i < more.size(); i++) {
            boolean torn =
                    i == 0 && !all.isEmpty() && more.get(i).cells().getFirst().isEmpty();
            all.add(torn ? mended(all, more.get(i)) : more.get(i));
        }
        return new PrintedTable(columns, header, all, page, next.lastPage);
    }

    /** The row itself with the key of the one above, or the rest of that one, which then is taken off the list. */
    private static Row mended(List<Row> above, Row row) {
        Row before = above.getLast();
        List<String> cells = new ArrayList<>();
        boolean isRest = row.cells().size() == 2 || row.cells().stream().skip(1).anyMatch(String::isEmpty);
        for (int i = 0; i < row.cells().size(); i++) {
            String upper = i < before.cells().size() ? before.cells().get(i) : "";
            cells.add(
                    isRest
                            ? PlainText.join(upper, row.cells().get(i))
                            : i == 0 ? upper : row.cells().get(i));
        }
        if (isRest) {
            above.removeLast();
        }
        return new Row(null, cells, isRest ? before.page() : row.page());
    }

    /** A row over the whole width at the top is the table's caption; a single row is no table. */
    List<Piece> pieces() {
        if (header.size() + rows.size() == 1) {
            return cells().stream()
                    .distinct()
                    .filter(cell -> !cell.isEmpty())
                    .<Piece>map(cell -> new Paragraph(cell, 0, null, page))
                    .toList();
        }
        if (columns.size() > 1 && cells().stream().distinct().count() == 1 && header.size() + rows.size() > 2) {
            List<Piece> pieces = new ArrayList<>();
            pieces.add(new Paragraph(cells().getFirst(), 0, null, page));
            pieces.addAll(withoutFirst().pieces());
            return pieces;
        }
        List<Row> body = rows.stream()
                .filter(row -> row.cells().stream().anyMatch(cell -> !cell.isEmpty()))
                .map(row -> new Row(null, TableGrid.withoutRepeats(row.cells()), row.page()))
                .toList();
        return List.of(new Piece.Table(TableGrid.unrolled(header), body, page));
    }

    /** The first row's. */
    private List<String> cells() {
        return header.isEmpty() ? rows.getFirst().cells() : header.getFirst();
    }

    private PrintedTable withoutFirst() {
        return header.size() > 1
                ? new PrintedTable(columns, header.subList(1, header.size()), rows, page, lastPage)
                : new PrintedTable(
                        columns, List.of(rows.getFirst().cells()), rows.subList(1, rows.size()), page, lastPage);
    }
}
