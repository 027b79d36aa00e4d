package bangban.knowledge.parse;

import java.util.List;
import org.apache.poi.sl.usermodel.TableCell;
import org.apache.poi.sl.usermodel.TableShape;

/** A table on a slide, merged cells filled in. */
final class SlideTable {

    private static final int MOST_COLUMNS = 200;

    private SlideTable() {}

    static List<Piece> read(TableShape<?, ?> table, int page) {
        TableGrid grid = new TableGrid();
        int columns = Math.min(table.getNumberOfColumns(), MOST_COLUMNS);
        for (int row = 0; row < table.getNumberOfRows(); row++) {
            grid.startRow();
            for (int column = 0; column < columns; column++) {
                TableCell<?, ?> cell = table.getCell(row, column);
                if (cell == null) {
                    grid.add("", 1, 1);
                } else if (!cell.isMerged()) {
                    int across = Math.clamp(cell.getGridSpan(), 1, columns - column);
                    int down = Math.clamp(cell.getRowSpan(), 1, table.getNumberOfRows() - row);
                    grid.add(PlainText.cell(cell.getText()), across, down);
                }
            }
        }
        return grid.pieces(0, page);
    }
}
