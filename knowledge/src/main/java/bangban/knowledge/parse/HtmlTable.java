package bangban.knowledge.parse;

import bangban.knowledge.parse.Piece.Paragraph;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** A table of a page; one that only lays out text becomes paragraphs. */
final class HtmlTable {

    private static final int WIDEST = 200;

    private HtmlTable() {}

    static List<Piece> read(Element table) {
        List<Element> rows = table.select("tr").stream()
                .filter(row -> row.closest("table") == table)
                .toList();
        TableGrid grid = new TableGrid();
        int headerRows = 0;
        for (Element row : rows) {
            boolean header = row.closest("thead") != null
                    || row.children().stream().allMatch(c -> c.normalName().equals("th"));
            if (header && headerRows == grid.rows()) {
                headerRows++;
            }
            grid.startRow();
            for (Element cell : row.children()) {
                grid.add(PlainText.cell(cell.text()), span(cell, "colspan"), span(cell, "rowspan"));
            }
        }
        List<Piece> pieces = new ArrayList<>();
        Element caption = table.selectFirst("> caption");
        if (caption != null && !caption.text().isBlank()) {
            pieces.add(new Paragraph(PlainText.line(caption.text())));
        }
        pieces.addAll(grid.pieces(headerRows, null));
        return pieces;
    }

    private static int span(Element cell, String name) {
        try {
            return Math.clamp(Integer.parseInt(cell.attr(name).strip()), 1, WIDEST);
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}
