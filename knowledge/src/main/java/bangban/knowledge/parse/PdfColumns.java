package bangban.knowledge.parse;

import bangban.knowledge.parse.PdfLine.Segment;
import bangban.knowledge.parse.PrintedTable.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The columns of lines without rules, found as Tabula's stream mode finds them: parts of lines whose extents overlap stand in one column.
 * Whether they make columns is judged as Nurminen (Algorithmic Extraction of Data in Tables in PDF Documents, 2013) does: enough of a
 * column's parts share a left, right or middle edge.
 */
final class PdfColumns {

    private static final int SUPPORT = 3;
    private static final float ALIGNED = 0.6f;
    /** Edges this far apart, in letters, are one. */
    private static final float EDGE = 0.7f;

    private final List<Column> columns = new ArrayList<>();
    private final List<List<Segment>> members = new ArrayList<>();
    private final float letter;

    private PdfColumns(float letter) {
        this.letter = letter;
    }

    static PdfColumns of(List<PdfLine> lines) {
        PdfColumns found = new PdfColumns(lines.getFirst().size());
        lines.stream()
                .flatMap(line -> line.segments().stream())
                .sorted(Comparator.comparingDouble((Segment segment) -> segment.right() - segment.left())
                        .thenComparingDouble(Segment::left))
                .forEach(found::add);
        return found;
    }

    /** The columns of a table that is known. */
    static PdfColumns of(List<Column> columns, float letter) {
        PdfColumns known = new PdfColumns(letter);
        known.columns.addAll(columns);
        return known;
    }

    /** True where each part of a line stands in one column, and hardly beyond it. */
    boolean hold(PdfLine line) {
        return line.segments().stream().allMatch(segment -> {
            List<Integer> under = under(segment);
            return under.size() == 1
                    && segment.left() > columns.get(under.getFirst()).left() - letter
                    && segment.right() < columns.get(under.getFirst()).right() + 2 * letter;
        });
    }

    /** The narrow ones come first, so a part across columns that others support is a heading over them. */
    private void add(Segment segment) {
        List<Integer> under = under(segment);
        if (under.isEmpty()) {
            int at = 0;
            while (at < columns.size() && columns.get(at).left() < segment.left()) {
                at++;
            }
            columns.add(at, new Column(segment.left(), segment.right()));
            members.add(at, new ArrayList<>(List.of(segment)));
        } else if (under.size() == 1) {
            int at = under.getFirst();
            columns.set(at, joined(columns.get(at), segment));
            members.get(at).add(segment);
        } else if (under.stream().anyMatch(at -> members.get(at).size() < SUPPORT - 1)) {
            merge(under, segment);
        }
    }

    private void merge(List<Integer> under, Segment segment) {
        Column all = joined(columns.get(under.getFirst()), segment);
        List<Segment> both = new ArrayList<>(List.of(segment));
        for (int at : under.reversed()) {
            all = new Column(
                    Math.min(all.left(), columns.get(at).left()),
                    Math.max(all.right(), columns.get(at).right()));
            both.addAll(members.get(at));
            columns.remove(at);
            members.remove(at);
        }
        columns.add(under.getFirst(), all);
        members.add(under.getFirst(), both);
    }

    private static Column joined(Column column, Segment segment) {
        return new Column(Math.min(column.left(), segment.left()), Math.max(column.right(), segment.right()));
    }

    /** The columns that a part of a line lies in. */
    private List<Integer> under(Segment segment) {
        List<Integer> under = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (segment.left() < columns.get(i).right()
                    && segment.right() > columns.get(i).left()) {
                under.add(i);
            }
        }
        return under;
    }

    List<Column> columns() {
        return columns;
    }

    /** True where two columns at least have enough parts on an edge. */
    boolean areAligned() {
        return members.stream().filter(this::isAligned).count() >= 2
                && members.stream().filter(column -> column.size() >= SUPPORT).allMatch(this::isAligned);
    }

    private boolean isAligned(List<Segment> column) {
        return column.size() >= SUPPORT
                && (onOneEdge(column, Segment::left)
                        || onOneEdge(column, Segment::right)
                        || onOneEdge(column, segment -> (segment.left() + segment.right()) / 2));
    }

    private boolean onOneEdge(List<Segment> column, ToDoubleFunction<Segment> edge) {
        double[] edges = column.stream().mapToDouble(edge).sorted().toArray();
        int most = 0;
        int from = 0;
        for (int to = 0; to < edges.length; to++) {
            while (edges[to] - edges[from] > EDGE * letter) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        return most >= ALIGNED * edges.length;
    }

    /** True where a line has a part over several columns. */
    boolean spans(PdfLine line) {
        return line.segments().stream().anyMatch(segment -> under(segment).size() > 1);
    }

    /** A line's cells; what stands over several columns is in each of them. */
    List<String> cells(PdfLine line) {
        List<String> cells = new ArrayList<>(columns.stream().map(column -> "").toList());
        for (Segment segment : line.segments()) {
            for (int at : under(segment)) {
                cells.set(at, PlainText.cell((cells.get(at) + " " + segment.text()).strip()));
            }
        }
        return cells;
    }
}
