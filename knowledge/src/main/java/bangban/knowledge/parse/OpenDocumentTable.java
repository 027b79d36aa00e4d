package bangban.knowledge.parse;

import java.util.List;
import java.util.function.Function;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A table in an OpenDocument text or on a slide, merged cells filled in. */
final class OpenDocumentTable {

    private static final int WIDEST = 200;

    private OpenDocumentTable() {}

    static List<Piece> read(Element table, Function<Element, String> text, @Nullable Integer page) {
        TableGrid grid = new TableGrid();
        int headerRows = 0;
        for (Element row : table.select("table|table-row")) {
            if (row.closest("table|table") != table) {
                continue;
            }
            if (row.closest("table|table-header-rows") != null && headerRows == grid.rows()) {
                headerRows++;
            }
            grid.startRow();
            for (Element cell : row.children()) {
                if (cell.normalName().equals("table:table-cell")) {
                    int repeated = number(cell, "table:number-columns-repeated");
                    for (int i = 0; i < repeated; i++) {
                        grid.add(
                                text.apply(cell),
                                number(cell, "table:number-columns-spanned"),
                                number(cell, "table:number-rows-spanned"));
                    }
                }
            }
        }
        return grid.pieces(headerRows, page);
    }

    /** A count, 1 where there is none. */
    static int number(Element cell, String attribute) {
        String value = cell.attr(attribute);
        return value.matches("[0-9]{1,9}") ? Math.clamp(Integer.parseInt(value), 1, WIDEST) : 1;
    }
}
