package bangban.knowledge.parse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.formula.FormulaParseException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.AreaReference;
import org.jspecify.annotations.Nullable;

/**
 * A sheet of an Excel file. Rows and columns that its writer hid are left out; rows that only a filter hides are there, since anybody
 * lifts a filter.
 */
final class WorkbookCells implements SheetCells {

    private final Sheet sheet;
    private final @Nullable AreaReference filter;
    private final CellText cellText = new CellText();
    /** POI goes through all of a sheet's columns for each question. */
    private final Map<Integer, Boolean> hiddenColumns = new HashMap<>();

    WorkbookCells(Sheet sheet) {
        this.sheet = sheet;
        this.filter = filter(sheet);
    }

    private static @Nullable AreaReference filter(Sheet sheet) {
        int index = sheet.getWorkbook().getSheetIndex(sheet);
        for (Name name : sheet.getWorkbook().getAllNames()) {
            if (name.getSheetIndex() == index && name.getNameName().endsWith("_FilterDatabase") && !name.isDeleted()) {
                return area(name);
            }
        }
        return null;
    }

    private static @Nullable AreaReference area(Name name) {
        try {
            return new AreaReference(name.getRefersToFormula(), SpreadsheetVersion.EXCEL2007);
        } catch (IllegalArgumentException | FormulaParseException e) {
            return null; // it points to a sheet or cells that are gone
        }
    }

    @Override
    public String name() {
        return sheet.getSheetName();
    }

    @Override
    public int lastRow() {
        return sheet.getPhysicalNumberOfRows() == 0 ? -1 : sheet.getLastRowNum();
    }

    @Override
    public SortedMap<Integer, String> row(int row) {
        SortedMap<Integer, String> values = new TreeMap<>();
        Row cells = sheet.getRow(row);
        if (cells != null && !isHidden(cells)) {
            for (Cell cell : cells) {
                String text = isHidden(cell.getColumnIndex()) ? "" : cellText.of(cell);
                if (!text.isEmpty()) {
                    values.put(cell.getColumnIndex(), text);
                }
            }
        }
        return values;
    }

    private boolean isHidden(Row row) {
        int at = row.getRowNum();
        boolean filtered = filter != null
                && filter.getFirstCell().getRow() < at
                && at <= filter.getLastCell().getRow();
        return row.getZeroHeight() && !filtered;
    }

    @Override
    public boolean isHidden(int column) {
        return hiddenColumns.computeIfAbsent(column, sheet::isColumnHidden);
    }

    @Override
    public List<Merged> merged() {
        return sheet.getMergedRegions().stream()
                .map(region -> new Merged(
                        region.getFirstRow(), region.getLastRow(), region.getFirstColumn(), region.getLastColumn()))
                .toList();
    }
}
