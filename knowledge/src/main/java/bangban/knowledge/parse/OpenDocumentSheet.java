package bangban.knowledge.parse;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jsoup.nodes.Element;

/** A sheet of an OpenDocument file. Rows that only a filter hides are there. */
final class OpenDocumentSheet implements SheetCells {

    private static final int WIDEST = 1000;
    private static final int LONGEST = 1 << 20;
    /** How often a row with values is repeated at most; what is repeated oftener is filling. */
    private static final int MOST_REPEATED = 1000;

    private final String name;
    private final SortedMap<Integer, SortedMap<Integer, String>> rows = new TreeMap<>();
    private final List<Merged> merged = new ArrayList<>();
    private final BitSet hidden = new BitSet();

    OpenDocumentSheet(Element table) {
        this.name = table.attr("table:name");
        int column = 0;
        for (Element one : table.select("table|table-column")) {
            int repeated = count(one, "table:number-columns-repeated", WIDEST);
            if (one.attr("table:visibility").equals("collapse")) {
                hidden.set(Math.min(column, WIDEST), Math.min(column + repeated, WIDEST));
            }
            column += repeated;
        }
        int row = 0;
        for (Element one : table.select("table|table-row")) {
            row += row(one, row);
        }
    }

    /** @return how many rows it stands for */
    private int row(Element element, int row) {
        int repeated = count(element, "table:number-rows-repeated", LONGEST);
        SortedMap<Integer, String> values = new TreeMap<>();
        int column = 0;
        for (Element cell : element.children()) {
            int times = count(cell, "table:number-columns-repeated", WIDEST);
            boolean covered = cell.normalName().equals("table:covered-table-cell");
            String text = covered ? "" : text(cell);
            for (int i = 0; i < times && column + i < WIDEST && !text.isEmpty(); i++) {
                if (!hidden.get(column + i)) {
                    values.put(column + i, text);
                }
            }
            int across = count(cell, "table:number-columns-spanned", WIDEST);
            int down = count(cell, "table:number-rows-spanned", LONGEST);
            if (across > 1 || down > 1) {
                merged.add(new Merged(row, row + down - 1, column, column + across - 1));
            }
            column += times;
        }
        if (!values.isEmpty() && !element.attr("table:visibility").equals("collapse")) {
            for (int i = 0; i < Math.min(repeated, MOST_REPEATED) && row + i < LONGEST; i++) {
                rows.put(row + i, values);
            }
        }
        return repeated;
    }

    private static String text(Element cell) {
        return PlainText.cell(String.join(" ", cell.select("> text|p").eachText()));
    }

    private static int count(Element element, String attribute, int most) {
        String value = element.attr(attribute);
        return value.matches("[0-9]{1,9}") ? Math.clamp(Integer.parseInt(value), 1, most) : 1;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int lastRow() {
        return rows.isEmpty() ? -1 : rows.lastKey();
    }

    @Override
    public SortedMap<Integer, String> row(int row) {
        return rows.getOrDefault(row, new TreeMap<>());
    }

    @Override
    public boolean isHidden(int column) {
        return hidden.get(column);
    }

    @Override
    public List<Merged> merged() {
        return List.copyOf(merged);
    }
}
