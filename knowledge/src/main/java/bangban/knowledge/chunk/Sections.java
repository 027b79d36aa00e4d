package bangban.knowledge.chunk;

import bangban.knowledge.parse.Block;
import bangban.knowledge.parse.BlockKind;
import bangban.knowledge.parse.Outline;
import bangban.language.clause.ClauseReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts an outline where headings and 条 begin. */
final class Sections {

    private final Outline outline;
    private final String title;
    private final Deque<Block> headings = new ArrayDeque<>();
    private final List<Section> sections = new ArrayList<>();
    private List<Block> blocks = new ArrayList<>();
    private @Nullable String article;

    private Sections(Outline outline, String title) {
        this.outline = outline;
        this.title = title;
    }

    static List<Section> of(Outline outline, String title) {
        return new Sections(outline, title).run();
    }

    private List<Section> run() {
        List<Block> all = outline.blocks();
        for (int i = 0; i < all.size(); i++) {
            Block block = all.get(i);
            switch (block.kind()) {
                case HEADING -> {
                    close();
                    article = null;
                    push(block);
                    if (isEmpty(block, i)) {
                        blocks.add(block);
                        close();
                    }
                }
                case CLAUSE -> {
                    close();
                    article = ClauseReference.normalize(label(block));
                    blocks.add(block);
                }
                case PARAGRAPH, ITEM, TABLE, ROW -> blocks.add(block);
            }
        }
        close();
        return sections;
    }

    private static String label(Block block) {
        String label = block.label();
        return label == null ? "" : label;
    }

    private void push(Block heading) {
        while (!headings.isEmpty() && headings.getLast().level() >= heading.level()) {
            headings.removeLast();
        }
        headings.addLast(heading);
    }

    /** A heading with nothing below is all the text there is of its kind, so it is kept as a passage, the title apart. */
    private boolean isEmpty(Block heading, int at) {
        List<Block> all = outline.blocks();
        boolean last = at + 1 == all.size();
        boolean followedByItsLike = !last
                && all.get(at + 1).kind() == BlockKind.HEADING
                && all.get(at + 1).level() <= heading.level();
        return (last || followedByItsLike) && (!isTitle(heading) || all.size() == 1);
    }

    private boolean isTitle(Block heading) {
        return heading.level() == 1
                && bare(text(heading)).equals(bare(outline.title() == null ? title : outline.title()));
    }

    private void close() {
        if (blocks.isEmpty()) {
            return;
        }
        List<String> path = new ArrayList<>();
        path.add(title);
        for (Block heading : headings) {
            if (!isTitle(heading)) {
                path.add(text(heading).replaceAll("[\\s\\u3000]+", " ").strip());
            }
        }
        sections.add(new Section(path, article, blocks));
        blocks = new ArrayList<>();
    }

    private String text(Block block) {
        return outline.text().substring(block.start(), block.end());
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s\\u3000]+", "");
    }
}
