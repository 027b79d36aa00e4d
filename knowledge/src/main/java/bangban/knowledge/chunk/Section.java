package bangban.knowledge.chunk;

import bangban.knowledge.parse.Block;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Blocks under one heading, or of one 条.
 *
 * @param path headings from the document's title down
 * @param article the 条 as citations write it, null where the blocks are under none
 * @param blocks in order, at least one; headings only where a heading has nothing below it
 */
record Section(List<String> path, @Nullable String article, List<Block> blocks) {

    Section {
        path = List.copyOf(path);
        blocks = List.copyOf(blocks);
    }

    /** The place below the title as citations write it where there are no clauses; the title where there are no headings. */
    String place() {
        return path.size() > 1 ? String.join(" › ", path.subList(1, path.size())) : path.getFirst();
    }
}
