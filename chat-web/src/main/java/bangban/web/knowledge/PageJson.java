package bangban.web.knowledge;

import bangban.knowledge.parse.Block;
import bangban.knowledge.parse.BlockKind;
import bangban.knowledge.parse.Outline;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One page as structured text; a format without pages has one with all. */
record PageJson(String documentId, int n, int of, List<BlockJson> blocks) {

    record BlockJson(
            String kind,
            @Nullable Integer level,
            @Nullable String label,
            int start,
            int end,
            String text,
            @Nullable List<String> cells) {

        static BlockJson of(Block block, String text) {
            boolean tabular = block.kind() == BlockKind.TABLE || block.kind() == BlockKind.ROW;
            return new BlockJson(
                    block.kind().name().toLowerCase(Locale.ROOT),
                    block.level() == 0 ? null : block.level(),
                    block.label(),
                    block.start(),
                    block.end(),
                    text.substring(block.start(), block.end()),
                    tabular ? block.cells() : null);
        }
    }

    /** Empty where the document has no such page. */
    static Optional<PageJson> of(String documentId, Outline outline, int n) {
        Integer pages = outline.pages();
        int of = pages == null ? 1 : Math.max(1, pages);
        if (n < 1 || n > of) {
            return Optional.empty();
        }
        List<BlockJson> blocks = outline.blocks().stream()
                .filter(block -> pages == null || isOn(block, n))
                .map(block -> BlockJson.of(block, outline.text()))
                .toList();
        return Optional.of(new PageJson(documentId, n, of, blocks));
    }

    private static boolean isOn(Block block, int n) {
        Integer page = block.page();
        return page != null && page == n;
    }
}
