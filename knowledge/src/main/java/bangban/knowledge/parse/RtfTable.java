package bangban.knowledge.parse;

import java.util.ArrayList;
import java.util.List;

/** A table of rich text, whose rows are defined apart from what is in them. */
final class RtfTable {

    /** How wide a cell is taken to be that no definition tells. */
    private static final int WIDTH = 1000;

    private final List<Definition> definitions = new ArrayList<>();
    private final List<String> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private EdgeGrid grid = new EdgeGrid();
    private Definition next = Definition.PLAIN;
    private boolean header;
    private int leftEdge;

    /** How a cell is merged, and where it ends. */
    private record Definition(int right, boolean reachesDown, boolean continuesDown, boolean continuesAcross) {

        static final Definition PLAIN = new Definition(0, false, false, false);

        Definition endingAt(int edge) {
            return new Definition(edge, reachesDown, continuesDown, continuesAcross);
        }
    }

    void define(String word, int number) {
        switch (word) {
            case "trowd" -> {
                definitions.clear();
                next = Definition.PLAIN;
                header = false;
                leftEdge = 0;
            }
            case "trleft" -> leftEdge = number;
            case "trhdr" -> header = true;
            case "clvmgf" -> next = new Definition(0, true, false, next.continuesAcross());
            case "clvmrg" -> next = new Definition(0, false, true, next.continuesAcross());
            case "clmrg" -> next = new Definition(0, next.reachesDown(), next.continuesDown(), true);
            case "cellx" -> {
                definitions.add(next.endingAt(number));
                next = Definition.PLAIN;
            }
            default -> {}
        }
    }

    /** A paragraph of the cell that is not its last. */
    void add(String text) {
        cell.append(text).append(' ');
    }

    void endCell(String text) {
        cells.add(PlainText.cell(cell.append(text).toString()));
        cell.setLength(0);
    }

    void endRow() {
        List<EdgeGrid.Cell> row = new ArrayList<>();
        int left = leftEdge;
        for (int i = 0; i < cells.size(); i++) {
            Definition defined = i < definitions.size() ? definitions.get(i) : Definition.PLAIN.endingAt(left + WIDTH);
            if (defined.continuesAcross() && !row.isEmpty()) {
                EdgeGrid.Cell before = row.removeLast();
                row.add(new EdgeGrid.Cell(
                        before.left(), defined.right(), before.text(), before.reachesDown(), before.continues()));
            } else {
                row.add(new EdgeGrid.Cell(
                        left, defined.right(), cells.get(i), defined.reachesDown(), defined.continuesDown()));
            }
            left = defined.right();
        }
        cells.clear();
        grid.add(row, header);
    }

    /** The table that has ended, nothing where there was none. */
    List<Piece> take() {
        if (!cells.isEmpty()) {
            endRow();
        }
        if (grid.isEmpty()) {
            return List.of();
        }
        List<Piece> pieces = grid.pieces();
        grid = new EdgeGrid();
        return pieces;
    }
}
