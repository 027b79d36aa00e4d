package bangban.knowledge.parse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a format's parser reads off a file, before the structure that all formats share is recognised. */
sealed interface Piece {

    /**
     * One paragraph.
     *
     * @param heading the level a style or mark gives it, 1 the highest; 0 where the format says nothing
     * @param label a mark that the recogniser would not find: a footnote's number, a cell's address
     * @param page counted from 1, null where the format has no pages
     */
    record Paragraph(
            String text,
            int heading,
            @Nullable String label,
            @Nullable Integer page) implements Piece {

        Paragraph(String text) {
            this(text, 0, null, null);
        }

        Paragraph(String text, int heading) {
            this(text, heading, null, null);
        }

        Paragraph withText(String other) {
            return new Paragraph(other, heading, label, page);
        }
    }

    /**
     * A table with its header unrolled to one name a column.
     *
     * @param header empty where the table has none
     */
    record Table(
            List<String> header, List<Row> rows, @Nullable Integer page) implements Piece {

        public Table {
            header = List.copyOf(header);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A row of a table.
     *
     * @param label its address in a sheet, null elsewhere
     */
    record Row(
            @Nullable String label,
            List<String> cells,
            @Nullable Integer page) {

        public Row {
            cells = List.copyOf(cells);
        }
    }
}
