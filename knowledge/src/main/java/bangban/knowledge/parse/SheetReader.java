package bangban.knowledge.parse;

import bangban.knowledge.parse.Piece.Paragraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;

/**
 * A sheet into tables. Lines over a table and notes between its rows become paragraphs; the first row with two values or more is the
 * header, with as many rows below as its merged cells cover.
 */
final class SheetReader {

    private static final int WIDEST = 500;

    private final XSSFSheet sheet;
    private final String name;
    private final CellText cellText = new CellText();
    private final Map<Integer, List<CellRangeAddress>> merged = new HashMap<>();
    private final List<Piece> pieces = new ArrayList<>();
    private List<String> header = List.of();
    private List<Piece.Row> rows = new ArrayList<>();
    private int firstColumn;
    private int lastColumn;

    SheetReader(XSSFSheet sheet) {
        this.sheet = sheet;
        this.name = sheet.getSheetName();
        for (CellRangeAddress region : sheet.getMergedRegions()) {
            for (int row = region.getFirstRow(); row <= Math.min(region.getLastRow(), sheet.getLastRowNum()); row++) {
                merged.computeIfAbsent(row, r -> new ArrayList<>()).add(region);
            }
        }
    }

    List<Piece> read() {
        int row = sheet.getFirstRowNum();
        boolean gap = false;
        while (row >= 0 && row <= sheet.getLastRowNum()) {
            Map<Integer, String> values = values(row);
            if (values.isEmpty()) {
                gap = true;
            } else if (isLine(row, values)) {
                line(row, values, gap);
            } else if (header.isEmpty()) {
                row = header(row);
            } else {
                rows.add(row(row));
            }
            gap = gap && values.isEmpty();
            row++;
        }
        flush();
        return pieces;
    }

    /** The row's own values by column; what a merged cell shows counts once, where it begins. */
    private Map<Integer, String> values(int row) {
        Map<Integer, String> values = new HashMap<>();
        Row cells = sheet.getRow(row);
        if (cells != null) {
            for (Cell cell : cells) {
                String text = cellText.of(cell);
                if (!text.isEmpty() && cell.getColumnIndex() < WIDEST) {
                    values.put(cell.getColumnIndex(), text);
                }
            }
        }
        return values;
    }

    /** True for a title, a note or a unit line: one value, before any table, merged across, or marked as a note. */
    private boolean isLine(int row, Map<Integer, String> values) {
        if (values.size() != 1) {
            return false;
        }
        int column = values.keySet().iterator().next();
        String text = values.values().iterator().next();
        CellRangeAddress region = region(row, column);
        boolean across = region != null && region.getLastColumn() > region.getFirstColumn();
        return header.isEmpty() || across || text.matches("(?:注|说明|备注|单位|制表|审核)[0-9]?[：:、].*");
    }

    private void line(int row, Map<Integer, String> values, boolean gap) {
        List<String> kept = header;
        flush();
        // A line behind a gap heads another table; one inside a table leaves its header in force.
        header = gap && !isNote(values) ? List.of() : kept;
        int column = values.keySet().iterator().next();
        CellRangeAddress region = region(row, column);
        int last = region == null ? column : region.getLastColumn();
        pieces.add(new Paragraph(values.values().iterator().next(), 0, address(row, column, last), null));
    }

    private static boolean isNote(Map<Integer, String> values) {
        return values.values().iterator().next().startsWith("注");
    }

    /** @return the header's last row */
    private int header(int first) {
        int last = first;
        Row top = Objects.requireNonNull(sheet.getRow(first));
        firstColumn = Integer.MAX_VALUE;
        lastColumn = 0;
        for (Cell cell : top) {
            CellRangeAddress region = region(first, cell.getColumnIndex());
            if (!cellText.of(cell).isEmpty() && cell.getColumnIndex() < WIDEST) {
                firstColumn = Math.min(firstColumn, cell.getColumnIndex());
                lastColumn = Math.max(lastColumn, region == null ? cell.getColumnIndex() : region.getLastColumn());
                if (region != null) {
                    boolean across = region.getLastColumn() > region.getFirstColumn();
                    last = Math.max(last, across ? region.getLastRow() + 1 : region.getLastRow());
                }
            }
        }
        lastColumn = Math.min(lastColumn, WIDEST - 1);
        last = Math.min(last, Math.max(first, sheet.getLastRowNum() - 1));
        List<List<String>> names = new ArrayList<>();
        for (int row = first; row <= last; row++) {
            names.add(filled(row, true));
        }
        header = TableGrid.unrolled(names);
        return last;
    }

    private Piece.Row row(int row) {
        Row cells = sheet.getRow(row);
        int end = cells == null ? lastColumn : Math.max(lastColumn, lastFilled(cells));
        lastColumn = Math.min(end, WIDEST - 1);
        return new Piece.Row(address(row, firstColumn, lastColumn), filled(row, false), null);
    }

    private int lastFilled(Row cells) {
        for (int column = cells.getLastCellNum() - 1; column > lastColumn; column--) {
            if (column < WIDEST && !cellText.of(cells.getCell(column)).isEmpty()) {
                return column;
            }
        }
        return lastColumn;
    }

    /** The row with merged values filled in: downwards always, across in a header only. */
    private List<String> filled(int row, boolean across) {
        List<String> values = new ArrayList<>();
        for (int column = firstColumn; column <= lastColumn; column++) {
            CellRangeAddress region = region(row, column);
            boolean first = region == null || across || column == region.getFirstColumn();
            int fromRow = region == null ? row : region.getFirstRow();
            int fromColumn = region == null ? column : region.getFirstColumn();
            Row cells = sheet.getRow(fromRow);
            values.add(first && cells != null ? cellText.of(cells.getCell(fromColumn)) : "");
        }
        return values;
    }

    private @Nullable CellRangeAddress region(int row, int column) {
        for (CellRangeAddress region : merged.getOrDefault(row, List.of())) {
            if (region.isInRange(row, column)) {
                return region;
            }
        }
        return null;
    }

    private String address(int row, int first, int last) {
        String from = CellReference.convertNumToColString(first) + (row + 1);
        return name + "!" + (first == last ? from : from + ":" + CellReference.convertNumToColString(last) + (row + 1));
    }

    private void flush() {
        if (!header.isEmpty() || !rows.isEmpty()) {
            boolean continued = rows.isEmpty() && pieces.stream().anyMatch(Piece.Table.class::isInstance);
            if (!continued) {
                pieces.add(new Piece.Table(header, rows, null));
            }
        }
        rows = new ArrayList<>();
    }
}
