package bangban.knowledge.parse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parsed document: its canonical text and the blocks that tile it in reading order. All offsets are UTF-16 units in {@code text};
 * citations keep them, so parsing the same bytes with the same parser version must give the same text.
 *
 * @param title the title found in the document, null where there is none
 * @param pages how many pages the format has, null where it has none
 */
public record Outline(
        @Nullable String title,
        String text,
        List<Block> blocks,
        @Nullable Integer pages) {

    public Outline {
        blocks = List.copyOf(blocks);
        for (Block block : blocks) {
            if (block.end() > text.length()) {
                throw new IllegalArgumentException("a block ends at " + block.end() + " of " + text.length());
            }
        }
    }
}
