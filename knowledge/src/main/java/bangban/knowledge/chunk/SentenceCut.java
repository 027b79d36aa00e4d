package bangban.knowledge.chunk;

import bangban.knowledge.parse.Block;
import bangban.knowledge.parse.Outline;
import java.util.ArrayList;
import java.util.List;

/** Cuts a block that is too long for one passage behind its sentences; a sentence without end is cut where it must. */
final class SentenceCut {

    private static final String ENDS = "。；;！!？?\n";
    private static final String PAUSES = "，,、：: ";

    private SentenceCut() {}

    static List<Block> of(Outline outline, Block block, int longest) {
        List<Block> pieces = new ArrayList<>();
        int start = block.start();
        while (block.end() - start > longest) {
            int end = end(outline.text(), start, start + longest);
            pieces.add(piece(block, start, end));
            start = end;
        }
        pieces.add(piece(block, start, block.end()));
        return pieces;
    }

    private static int end(String text, int start, int limit) {
        int least = start + (limit - start) / 3;
        for (String marks : List.of(ENDS, PAUSES)) {
            for (int i = limit; i > least; i--) {
                if (marks.indexOf(text.charAt(i - 1)) >= 0) {
                    return i;
                }
            }
        }
        return Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    }

    private static Block piece(Block block, int start, int end) {
        return new Block(block.kind(), block.level(), block.label(), start, end, block.page(), block.cells());
    }
}
