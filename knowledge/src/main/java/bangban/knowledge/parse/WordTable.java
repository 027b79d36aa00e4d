package bangban.knowledge.parse;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** A table of a Word document, merged cells filled in. */
final class WordTable {

    private WordTable() {}

    static List<Piece> read(XWPFTable table, Function<XWPFParagraph, String> text) {
        TableGrid grid = new TableGrid();
        List<XWPFTableRow> rows = table.getRows();
        int headerRows = 0;
        for (int i = 0; i < rows.size(); i++) {
            XWPFTableRow row = rows.get(i);
            if (row.isRepeatHeader() && headerRows == i) {
                headerRows++;
            }
            grid.startRow();
            int column = 0;
            for (XWPFTableCell cell : row.getTableCells()) {
                int columns = columns(cell);
                if (!continues(cell)) {
                    grid.add(text(cell, text), columns, 1 + covered(rows, i, column));
                }
                column += columns;
            }
        }
        return grid.pieces(headerRows, null);
    }

    /** How many rows below a merged cell reaches into. */
    private static int covered(List<XWPFTableRow> rows, int row, int column) {
        int covered = 0;
        while (row + covered + 1 < rows.size() && continuesAt(rows.get(row + covered + 1), column)) {
            covered++;
        }
        return covered;
    }

    private static boolean continuesAt(XWPFTableRow row, int column) {
        int at = 0;
        for (XWPFTableCell cell : row.getTableCells()) {
            if (at == column) {
                return continues(cell);
            }
            at += columns(cell);
        }
        return false;
    }

    private static boolean continues(XWPFTableCell cell) {
        CTTcPr properties = cell.getCTTc().getTcPr();
        return properties != null
                && properties.isSetVMerge()
                && (properties.getVMerge().getVal() == null
                        || properties.getVMerge().getVal() == STMerge.CONTINUE);
    }

    private static int columns(XWPFTableCell cell) {
        CTTcPr properties = cell.getCTTc().getTcPr();
        return properties != null && properties.isSetGridSpan()
                ? Math.clamp(properties.getGridSpan().getVal().longValue(), 1, 200)
                : 1;
    }

    private static String text(XWPFTableCell cell, Function<XWPFParagraph, String> text) {
        return cell.getBodyElements().stream()
                .map(element -> text(element, text))
                .map(PlainText::cell)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String text(IBodyElement element, Function<XWPFParagraph, String> text) {
        return switch (element) {
            case XWPFParagraph paragraph -> text.apply(paragraph);
            case XWPFTable inner -> inner.getText();
            default -> "";
        };
    }
}
