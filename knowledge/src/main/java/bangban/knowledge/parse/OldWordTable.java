package bangban.knowledge.parse;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;
import org.apache.poi.hwpf.usermodel.TableRow;

/** A table of an old Word document. How many columns a cell covers, its edges tell. */
final class OldWordTable {

    /** Edges closer than this, in twentieths of a point, are one. */
    private static final int SAME_EDGE = 30;

    private OldWordTable() {}

    static List<Piece> read(Table table, Function<Range, String> text) {
        TreeSet<Integer> edges = edges(table);
        TableGrid grid = new TableGrid();
        int headerRows = 0;
        for (int i = 0; i < table.numRows(); i++) {
            TableRow row = table.getRow(i);
            if (row.isTableHeader() && headerRows == i) {
                headerRows++;
            }
            grid.startRow();
            for (int j = 0; j < row.numCells(); j++) {
                TableCell cell = row.getCell(j);
                if (!continues(cell)) {
                    grid.add(text.apply(cell), columns(cell, edges), 1 + covered(table, i, cell));
                }
            }
        }
        return grid.pieces(headerRows, null);
    }

    private static TreeSet<Integer> edges(Table table) {
        TreeSet<Integer> edges = new TreeSet<>();
        for (int i = 0; i < table.numRows(); i++) {
            TableRow row = table.getRow(i);
            for (int j = 0; j < row.numCells(); j++) {
                int edge = row.getCell(j).getLeftEdge();
                if (edges.subSet(edge - SAME_EDGE, edge + SAME_EDGE).isEmpty()) {
                    edges.add(edge);
                }
            }
        }
        return edges;
    }

    private static int columns(TableCell cell, TreeSet<Integer> edges) {
        int from = cell.getLeftEdge() - SAME_EDGE;
        int to = cell.getLeftEdge() + cell.getWidth() - SAME_EDGE;
        return from < to ? Math.max(1, edges.subSet(from, to).size()) : 1;
    }

    private static boolean continues(TableCell cell) {
        return (cell.isMerged() && !cell.isFirstMerged())
                || (cell.isVerticallyMerged() && !cell.isFirstVerticallyMerged());
    }

    /** How many rows below a merged cell reaches into. */
    private static int covered(Table table, int row, TableCell cell) {
        int covered = 0;
        while (cell.isFirstVerticallyMerged()
                && row + covered + 1 < table.numRows()
                && continuesAt(table.getRow(row + covered + 1), cell.getLeftEdge())) {
            covered++;
        }
        return covered;
    }

    private static boolean continuesAt(TableRow row, int edge) {
        for (int j = 0; j < row.numCells(); j++) {
            TableCell cell = row.getCell(j);
            if (Math.abs(cell.getLeftEdge() - edge) < SAME_EDGE) {
                return cell.isVerticallyMerged() && !cell.isFirstVerticallyMerged();
            }
        }
        return false;
    }
}
