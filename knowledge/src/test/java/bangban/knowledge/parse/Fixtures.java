package bangban.knowledge.parse;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Short ways to parse and to look at outlines. */
final class Fixtures {

    private Fixtures() {}

    static Outline parse(String name, String text) throws ParseException {
        return Parsers.standard().parse(new SourceFile(name, text.getBytes(StandardCharsets.UTF_8)));
    }

    static String text(Outline outline, Block block) {
        return outline.text().substring(block.start(), block.end());
    }

    /** Kind and text of each block: {@code CLAUSE 第一条 …}. */
    static List<String> lines(Outline outline) {
        return outline.blocks().stream()
                .map(block -> block.kind() + " " + text(outline, block))
                .toList();
    }

    static List<String> texts(Outline outline, BlockKind kind) {
        return outline.blocks().stream()
                .filter(block -> block.kind() == kind)
                .map(block -> text(outline, block))
                .toList();
    }
}
