package bangban.knowledge.parse;

import bangban.knowledge.parse.Piece.Paragraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table being read cell by cell; a merged cell's value stands in every place it covers. */
final class TableGrid {

    private final List<List<String>> rows = new ArrayList<>();
    /** By column: the value of a cell that reaches down, and how many more rows it covers. */
    private final Map<Integer, Down> down = new HashMap<>();

    private int headerDepth = 1;

    private record Down(String value, int rows) {}

    int rows() {
        return rows.size();
    }

    void startRow() {
        rows.add(new ArrayList<>());
        fillFromAbove();
    }

    void add(String value, int columns, int rowsCovered) {
        List<String> row = rows.getLast();
        if (rows.size() == 1) {
            headerDepth = Math.max(headerDepth, columns > 1 ? 2 : rowsCovered);
        }
        for (int i = 0; i < columns; i++) {
            if (rowsCovered > 1) {
                down.put(row.size(), new Down(value, rowsCovered - 1));
            }
            row.add(value);
        }
        fillFromAbove();
    }

    private void fillFromAbove() {
        List<String> row = rows.getLast();
        Down above = down.get(row.size());
        while (above != null) {
            if (above.rows() == 1) {
                down.remove(row.size());
            } else {
                down.put(row.size(), new Down(above.value(), above.rows() - 1));
            }
            row.add(above.value());
            above = down.get(row.size());
        }
    }

    /**
     * What the table is: its header and rows, or paragraphs where it has a single column.
     *
     * @param page where it starts, null where the format has no pages
     * @param marked how many rows the format marks as header; 0 where it marks none, then the first row and the merged cells decide
     */
    List<Piece> pieces(int marked, @Nullable Integer page) {
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        boolean layout = width <= 1 || rows.size() == 1;
        if (layout) {
            return rows.stream()
                    .flatMap(row -> new LinkedHashSet<>(row).stream())
                    .filter(cell -> !cell.isEmpty())
                    .<Piece>map(cell -> new Paragraph(cell, 0, null, page))
                    .toList();
        }
        fill(width);
        int depth = depth(marked);
        List<Piece.Row> body = rows.subList(depth, rows.size()).stream()
                .filter(row -> row.stream().anyMatch(cell -> !cell.isEmpty()))
                .map(row -> new Piece.Row(null, withoutRepeats(row), page))
                .toList();
        return List.of(new Piece.Table(unrolled(rows.subList(0, depth)), body, page));
    }

    private void fill(int width) {
        rows.forEach(row -> {
            while (row.size() < width) {
                row.add("");
            }
        });
    }

    private int depth(int marked) {
        int guessed = sameInAll(rows.getFirst()) ? 1 : headerDepth;
        return Math.clamp(marked > 0 ? marked : guessed, 1, Math.max(1, rows.size() - 1));
    }

    /** The table as printed on a page, its header not yet unrolled. */
    PrintedTable printed(List<PrintedTable.Column> columns, int page) {
        fill(columns.size());
        int depth = depth(0);
        List<Piece.Row> body = rows.subList(depth, rows.size()).stream()
                .map(row -> new Piece.Row(null, row, page))
                .toList();
        return new PrintedTable(columns, rows.subList(0, depth), body, page, page);
    }

    private static boolean sameInAll(List<String> row) {
        return Set.copyOf(row).size() == 1;
    }

    /** A note over the whole width is said once. */
    static List<String> withoutRepeats(List<String> row) {
        return row.size() > 2 && sameInAll(row) ? List.of(row.getFirst()) : row;
    }

    /** The names over a column from the top down, each once: 上级 / 下级. */
    static List<String> unrolled(List<List<String>> headerRows) {
        int width = headerRows.stream().mapToInt(List::size).max().orElse(0);
        List<String> header = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            Set<String> names = new LinkedHashSet<>();
            for (List<String> row : headerRows) {
                if (column < row.size() && !row.get(column).isEmpty()) {
                    names.add(row.get(column));
                }
            }
            header.add(String.join(" / ", names));
        }
        return header;
    }
}
