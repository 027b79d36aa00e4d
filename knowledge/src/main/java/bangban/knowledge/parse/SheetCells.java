package bangban.knowledge.parse;

import java.util.List;
import java.util.SortedMap;

/** A sheet as it is shown, whatever format it is stored in. Rows and columns count from 0; what is hidden is not there. */
interface SheetCells {

    /** What cells are addressed by; empty where the file has no sheets. */
    String name();

    /** The last row with a value, -1 where there is none. */
    int lastRow();

    /** The values shown in a row by their column, without empty ones. What a merged cell shows counts once, where it begins. */
    SortedMap<Integer, String> row(int row);

    /** True for a column that is not shown. */
    boolean isHidden(int column);

    /** Merged cells. */
    List<Merged> merged();

    /** Cells merged into one, all four inclusive. */
    record Merged(int firstRow, int lastRow, int firstColumn, int lastColumn) {

        boolean isAcross() {
            return lastColumn > firstColumn;
        }

        boolean contains(int column) {
            return firstColumn <= column && column <= lastColumn;
        }
    }
}
