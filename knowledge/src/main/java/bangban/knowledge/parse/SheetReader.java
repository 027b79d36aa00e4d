package bangban.knowledge.parse;

import bangban.knowledge.parse.Piece.Paragraph;
import bangban.knowledge.parse.SheetCells.Merged;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

/**
 * A sheet into tables. Lines over a table and notes between its rows become paragraphs; the first row with two values or more is the
 * header, with as many rows below as its merged cells cover. Behind an empty row another table may begin.
 */
final class SheetReader {

    private static final int WIDEST = 500;
    private static final Pattern NOTE = Pattern.compile("(?:注|说明|备注|单位|制表|审核)[0-9]?[：:、].*");
    /** 编制单位：财务部. */
    private static final Pattern NAMED_VALUE = Pattern.compile("[^：:0-9]{1,12}[：:].*");

    private static final Pattern AMOUNT = Pattern.compile("[-+(（¥￥$€]*[0-9][0-9,.]*.*");

    private final SheetCells sheet;
    private final Map<Integer, List<Merged>> merged = new HashMap<>();
    private final List<Piece> pieces = new ArrayList<>();
    private final int lastRow;
    private List<String> header = List.of();
    private List<Piece.Row> rows = new ArrayList<>();
    private int firstColumn;
    private int lastColumn;

    SheetReader(SheetCells sheet) {
        this.sheet = sheet;
        this.lastRow = sheet.lastRow();
        for (Merged region : sheet.merged()) {
            for (int row = region.firstRow(); row <= Math.min(region.lastRow(), lastRow); row++) {
                merged.computeIfAbsent(row, r -> new ArrayList<>()).add(region);
            }
        }
    }

    /** What the sheet holds under its name as a heading; empty where it shows nothing. */
    static List<Piece> named(SheetCells sheet) {
        List<Piece> content = new SheetReader(sheet).read();
        if (content.isEmpty()) {
            return content;
        }
        List<Piece> named = new ArrayList<>(content.size() + 1);
        named.add(new Paragraph(PlainText.line(sheet.name()), 2));
        named.addAll(content);
        return named;
    }

    List<Piece> read() {
        boolean gap = false;
        for (int row = 0; row <= lastRow; row++) {
            SortedMap<Integer, String> values = values(row);
            if (gap && beginsTable(row, values)) {
                flush();
                header = List.of();
            }
            if (isLine(row, values)) {
                line(row, values, gap);
            } else if (header.isEmpty() && !values.isEmpty()) {
                row = header(row, values);
            } else if (!values.isEmpty()) {
                row(row, values);
            }
            gap = values.isEmpty();
        }
        flush();
        return pieces;
    }

    private SortedMap<Integer, String> values(int row) {
        return sheet.row(row).headMap(WIDEST);
    }

    /** True behind a gap for a row of names over a row with amounts, or one that stands in other columns than the table above. */
    private boolean beginsTable(int row, SortedMap<Integer, String> values) {
        if (header.isEmpty() || values.size() < 2 || row == lastRow) {
            return false;
        }
        if (values.firstKey() > lastColumn || values.lastKey() < firstColumn) {
            return true;
        }
        boolean names = values.values().stream()
                .noneMatch(value -> AMOUNT.matcher(value).matches());
        SortedMap<Integer, String> below = values(row + 1);
        return names
                && values.keySet().stream()
                        .anyMatch(column ->
                                AMOUNT.matcher(below.getOrDefault(column, "")).matches());
    }

    /** True for a title, a note or a unit line: one value, before any table, merged across, or marked as a note. */
    private boolean isLine(int row, SortedMap<Integer, String> values) {
        if (values.size() > 1) {
            return header.isEmpty()
                    && values.values().stream()
                            .allMatch(value -> NAMED_VALUE.matcher(value).matches());
        }
        if (values.isEmpty()) {
            return false;
        }
        Merged region = region(row, values.firstKey());
        boolean across = region != null && region.isAcross();
        return header.isEmpty()
                || across
                || NOTE.matcher(values.get(values.firstKey())).matches();
    }

    private void line(int row, SortedMap<Integer, String> values, boolean gap) {
        List<String> kept = header;
        flush();
        String text = String.join(" ", values.values());
        // A line behind a gap heads another table; one inside a table leaves its header in force.
        header = gap && !text.startsWith("注") ? List.of() : kept;
        Merged region = region(row, values.lastKey());
        int last = region == null ? values.lastKey() : region.lastColumn();
        pieces.add(new Paragraph(text, 0, address(row, values.firstKey(), last), null));
    }

    /** @return the header's last row */
    private int header(int first, SortedMap<Integer, String> values) {
        int last = first;
        firstColumn = values.firstKey();
        lastColumn = values.lastKey();
        for (int column : values.keySet()) {
            Merged region = region(first, column);
            if (region != null) {
                lastColumn = Math.max(lastColumn, region.lastColumn());
                last = Math.max(last, region.isAcross() ? region.lastRow() + 1 : region.lastRow());
            }
        }
        lastColumn = Math.min(lastColumn, WIDEST - 1);
        last = Math.min(last, Math.max(first, lastRow - 1));
        List<List<String>> names = new ArrayList<>();
        for (int row = first; row <= last; row++) {
            names.add(filled(row, values(row), true));
        }
        header = TableGrid.unrolled(names);
        return last;
    }

    private void row(int row, SortedMap<Integer, String> values) {
        if (values.firstKey() < firstColumn) {
            widen(values.firstKey());
        }
        lastColumn = Math.min(Math.max(lastColumn, values.lastKey()), WIDEST - 1);
        rows.add(new Piece.Row(address(row, firstColumn, lastColumn), filled(row, values, false), null));
    }

    /** A value left of the header: from here on the table has columns without a name there. */
    private void widen(int first) {
        List<String> wider = new ArrayList<>();
        for (int column = first; column < firstColumn; column++) {
            if (!sheet.isHidden(column)) {
                wider.add("");
            }
        }
        wider.addAll(header);
        if (!rows.isEmpty()) {
            flush();
        }
        header = wider;
        firstColumn = first;
    }

    /** The row with merged values filled in: downwards always, across in a header only. */
    private List<String> filled(int row, SortedMap<Integer, String> own, boolean across) {
        Map<Integer, SortedMap<Integer, String>> above = new TreeMap<>(Map.of(row, own));
        List<String> values = new ArrayList<>();
        for (int column = firstColumn; column <= lastColumn; column++) {
            if (sheet.isHidden(column)) {
                continue;
            }
            Merged region = region(row, column);
            boolean shown = region == null || across || column == region.firstColumn();
            int fromRow = region == null ? row : region.firstRow();
            int fromColumn = region == null ? column : region.firstColumn();
            values.add(shown ? above.computeIfAbsent(fromRow, this::values).getOrDefault(fromColumn, "") : "");
        }
        return values;
    }

    private @Nullable Merged region(int row, int column) {
        for (Merged region : merged.getOrDefault(row, List.of())) {
            if (region.contains(column)) {
                return region;
            }
        }
        return null;
    }

    private String address(int row, int first, int last) {
        String from = CellReference.convertNumToColString(first) + (row + 1);
        String range = first == last ? from : from + ":" + CellReference.convertNumToColString(last) + (row + 1);
        return sheet.name().isEmpty() ? range : sheet.name() + "!" + range;
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
