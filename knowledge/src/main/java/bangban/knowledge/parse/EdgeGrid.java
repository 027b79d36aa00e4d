package bangban.knowledge.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A table of a format that stores where its cells' edges are instead of how many columns they cover. Edges are in twentieths of a
 * point.
 */
final class EdgeGrid {

    /** Edges closer than this are one. */
    private static final int SAME_EDGE = 30;

    private final List<Row> rows = new ArrayList<>();

    /**
     * A cell.
     *
     * @param reachesDown true for the uppermost of cells merged into one
     * @param continues true for one that belongs to the cell above
     */
    record Cell(int left, int right, String text, boolean reachesDown, boolean continues) {}

    private record Row(List<Cell> cells, boolean header) {}

    /** @param header true where the row is repeated on every page */
    void add(List<Cell> cells, boolean header) {
        rows.add(new Row(List.copyOf(cells), header));
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    List<Piece> pieces() {
        TreeSet<Integer> edges = edges();
        TableGrid grid = new TableGrid();
        int headerRows = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).header() && headerRows == i) {
                headerRows++;
            }
            grid.startRow();
            for (Cell cell : rows.get(i).cells()) {
                if (!cell.continues()) {
                    grid.add(cell.text(), columns(cell, edges), 1 + covered(i, cell));
                }
            }
        }
        return grid.pieces(headerRows, null);
    }

    private TreeSet<Integer> edges() {
        TreeSet<Integer> edges = new TreeSet<>();
        for (Row row : rows) {
            for (Cell cell : row.cells()) {
                if (edges.subSet(cell.left() - SAME_EDGE, cell.left() + SAME_EDGE)
                        .isEmpty()) {
                    edges.add(cell.left());
                }
            }
        }
        return edges;
    }

    private static int columns(Cell cell, TreeSet<Integer> edges) {
        int from = cell.left() - SAME_EDGE;
        int to = cell.right() - SAME_EDGE;
        return from < to ? Math.max(1, edges.subSet(from, to).size()) : 1;
    }

    /** How many rows below a merged cell reaches into. */
    private int covered(int row, Cell cell) {
        int covered = 0;
        while (cell.reachesDown()
                && row + covered + 1 < rows.size()
                && continuesAt(rows.get(row + covered + 1), cell.left())) {
            covered++;
        }
        return covered;
    }

    private static boolean continuesAt(Row row, int edge) {
        return row.cells().stream().anyMatch(cell -> cell.continues() && Math.abs(cell.left() - edge) < SAME_EDGE);
    }
}
