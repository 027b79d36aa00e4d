package bangban.knowledge.chunk;

import bangban.knowledge.parse.Block;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A block with its place in the document, ready to be put into a passage.
 *
 * @param clause its full label
 * @param tail the end of the label, to close a range with: 第五项 for 第三十三条第一款第五项
 * @param paragraph the 款 it is in, from 1; 0 before any or outside a 条
 * @param header a row's column names, or the lead-in of a list's entry
 * @param joins true where it belongs to what stands before: a row to its table, an entry to its lead-in
 */
record Entry(Block block, String clause, String tail, int paragraph, List<String> header, boolean joins) {

    Entry {
        header = List.copyOf(header);
    }

    int length() {
        return block.end() - block.start();
    }

    @Nullable
    Integer page() {
        return block.page();
    }
}
