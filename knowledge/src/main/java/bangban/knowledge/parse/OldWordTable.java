package bangban.knowledge.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;
import org.apache.poi.hwpf.usermodel.TableRow;

/** A table of an old Word document, merged cells filled in. */
final class OldWordTable {

    private OldWordTable() {}

    static List<Piece> read(Table table, Function<Range, String> text) {
        EdgeGrid grid = new EdgeGrid();
        for (int i = 0; i < table.numRows(); i++) {
            TableRow row = table.getRow(i);
            List<EdgeGrid.Cell> cells = new ArrayList<>();
            for (int j = 0; j < row.numCells(); j++) {
                TableCell cell = row.getCell(j);
                if (!cell.isMerged() || cell.isFirstMerged()) {
                    cells.add(new EdgeGrid.Cell(
                            cell.getLeftEdge(),
                            cell.getLeftEdge() + cell.getWidth(),
                            text.apply(cell),
                            cell.isFirstVerticallyMerged(),
                            cell.isVerticallyMerged() && !cell.isFirstVerticallyMerged()));
                }
            }
            grid.add(cells, row.isTableHeader());
        }
        return grid.pieces();
    }
}
