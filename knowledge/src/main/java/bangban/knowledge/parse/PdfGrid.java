package bangban.knowledge.parse;

import bangban.knowledge.parse.PdfLine.Segment;
import bangban.knowledge.parse.PdfRules.Rule;
import bangban.knowledge.parse.PrintedTable.Column;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table drawn with rules: its columns between the vertical ones, its rows between the horizontal ones; where a rule is missing
 * between two places, they are one cell.
 */
final class PdfGrid {

    private static final float NEAR = 3f;
    /** Running heads. */
    private static final int HEAD_LINES = 2;

    private final List<Rule> rules;
    private final List<Float> xs;
    private final List<Float> ys;
    private final @Nullable String[][] texts;

    private PdfGrid(List<Rule> rules) {
        this.rules = rules;
        xs = positions(rules, false);
        ys = positions(rules, true);
        texts = new String[Math.max(0, ys.size() - 1)][Math.max(0, xs.size() - 1)];
    }

    /**
     * The page's tables from the top: connected rules that make two columns and two rows at least. A single row counts at the head of the
     * page, where it may be the last of a table that began before.
     */
    static List<PdfGrid> of(List<Rule> rules, List<PdfLine> lines) {
        List<List<Rule>> groups = new ArrayList<>();
        for (Rule rule : rules) {
            List<Rule> joined = new ArrayList<>(List.of(rule));
            groups.removeIf(group -> {
                boolean touches = group.stream().anyMatch(other -> touches(rule, other));
                if (touches) {
                    joined.addAll(group);
                }
                return touches;
            });
            groups.add(joined);
        }
        List<PdfGrid> grids = new ArrayList<>();
        for (List<Rule> group : groups) {
            PdfGrid grid = new PdfGrid(group);
            if (grid.xs.size() >= 3 && (grid.ys.size() >= 3 || grid.ys.size() == 2 && grid.isAtHead(lines))) {
                grids.add(grid);
            }
        }
        grids.sort((one, other) -> Float.compare(one.top(), other.top()));
        return grids;
    }

    private static boolean touches(Rule one, Rule other) {
        if (one.horizontal() == other.horizontal()) {
            return Math.abs(one.at() - other.at()) < NEAR
                    && one.from() - NEAR < other.to()
                    && other.from() - NEAR < one.to();
        }
        return one.covers(other.at()) && other.covers(one.at());
    }

    private static List<Float> positions(List<Rule> rules, boolean horizontal) {
        List<Float> positions = new ArrayList<>();
        rules.stream()
                .filter(rule -> rule.horizontal() == horizontal)
                .map(Rule::at)
                .sorted()
                .forEach(at -> {
                    if (positions.isEmpty() || at - positions.getLast() > NEAR) {
                        positions.add(at);
                    }
                });
        return positions;
    }

    private boolean isAtHead(List<PdfLine> lines) {
        return lines.stream().filter(line -> line.y() < top()).count() <= HEAD_LINES;
    }

    boolean has(Rule rule) {
        return rules.contains(rule);
    }

    float top() {
        return ys.getFirst();
    }

    /** Takes a part of a line that stands within the table. */
    boolean takes(Segment segment, float baseline, float size) {
        float x = (segment.left() + segment.right()) / 2;
        float y = baseline - 0.35f * size;
        if (x < xs.getFirst() || x > xs.getLast() || y < ys.getFirst() || y > ys.getLast()) {
            return false;
        }
        int row = owner(y, x, true);
        int column = owner(y, x, false);
        String before = texts[row][column];
        texts[row][column] = before == null ? segment.text() : PlainText.join(before, segment.text());
        return true;
    }

    /** The first row (or column) of the cell that covers a point. */
    private int owner(float y, float x, boolean ofRow) {
        int row = place(ys, y);
        int column = place(xs, x);
        if (ofRow) {
            while (row > 0 && !hasRule(true, ys.get(row), x)) {
                row--;
            }
            return row;
        }
        while (column > 0 && !hasRule(false, xs.get(column), y)) {
            column--;
        }
        return column;
    }

    private static int place(List<Float> positions, float at) {
        int place = 0;
        while (place < positions.size() - 2 && positions.get(place + 1) <= at) {
            place++;
        }
        return place;
    }

    private boolean hasRule(boolean horizontal, float at, float across) {
        return rules.stream()
                .anyMatch(rule ->
                        rule.horizontal() == horizontal && Math.abs(rule.at() - at) <= NEAR && rule.covers(across));
    }

    boolean hasText() {
        for (@Nullable String[] row : texts) {
            for (@Nullable String text : row) {
                if (text != null && PdfParser.hasLetters(text)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The table, its merged cells filled in. */
    PrintedTable table(int page) {
        TableGrid grid = new TableGrid();
        for (int row = 0; row < texts.length; row++) {
            float y = (ys.get(row) + ys.get(row + 1)) / 2;
            grid.startRow();
            for (int column = 0; column < texts[row].length; column++) {
                float x = (xs.get(column) + xs.get(column + 1)) / 2;
                boolean begins = owner(y, x, true) == row && owner(y, x, false) == column;
                if (begins) {
                    String text = texts[row][column];
                    grid.add(text == null ? "" : PlainText.cell(text), across(y, column), down(row, x));
                }
            }
        }
        List<Column> columns = new ArrayList<>();
        for (int column = 0; column + 1 < xs.size(); column++) {
            columns.add(new Column(xs.get(column), xs.get(column + 1)));
        }
        return grid.printed(columns, page);
    }

    private int across(float y, int column) {
        int columns = 1;
        while (column + columns < xs.size() - 1 && !hasRule(false, xs.get(column + columns), y)) {
            columns++;
        }
        return columns;
    }

    private int down(int row, float x) {
        int rows = 1;
        while (row + rows < ys.size() - 1 && !hasRule(true, ys.get(row + rows), x)) {
            rows++;
        }
        return rows;
    }
}
