package bangban.knowledge.parse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One paragraph-sized piece of a document.
 *
 * @param level for headings 1 is the highest; for items 1 is （一）, 2 is 1. or （1）; otherwise 0
 * @param label the number as written: 第二十一条, （一）, 3.2, for a row {@code Sheet!A7:F7}; null where there is none
 * @param start first UTF-16 unit in the outline's text
 * @param end one past the last
 * @param page counted from 1, null where the format has no pages
 * @param cells a row's cells, or a table's unrolled header; empty for other kinds
 */
public record Block(
        BlockKind kind,
        int level,
        @Nullable String label,
        int start,
        int end,
        @Nullable Integer page,
        List<String> cells) {

    public Block {
        cells = List.copyOf(cells);
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("block from " + start + " to " + end);
        }
    }
}
