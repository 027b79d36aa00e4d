package bangban.knowledge.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the canonical text: every block on a line of its own, nothing between but the line end. */
final class OutlineBuilder {

    private final StringBuilder text = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();

    void add(BlockKind kind, int level, @Nullable String label, String line, @Nullable Integer page) {
        add(kind, level, label, line, page, List.of());
    }

    void add(
            BlockKind kind,
            int level,
            @Nullable String label,
            String line,
            @Nullable Integer page,
            List<String> cells) {
        if (line.isBlank()) {
            return;
        }
        if (!text.isEmpty()) {
            text.append('\n');
        }
        int start = text.length();
        text.append(line);
        blocks.add(new Block(kind, level, label, start, text.length(), page, cells));
    }

    @Nullable
    Block last() {
        return blocks.isEmpty() ? null : blocks.getLast();
    }

    Outline build(@Nullable String title, @Nullable Integer pages) {
        return new Outline(title, text.toString(), blocks, pages);
    }
}
