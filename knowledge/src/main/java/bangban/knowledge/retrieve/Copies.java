package bangban.knowledge.retrieve;

import bangban.knowledge.chunk.Passage;
import bangban.language.number.Quantities;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells passages that say the same under one title: word for word, or nearly so in two documents, as a rule and its scanned copy do.
 * Nearly all their stretches of four characters are then the same (resemblance; Broder, On the resemblance and containment of documents,
 * 1997), and all their quantities are. The same sentence under another title is another source, 400元 is no copy of 500元, and two
 * clauses of one document that differ in a word differ.
 */
final class Copies {

    private static final int STRETCH = 4;
    private static final double NEARLY_ALL = 0.8;

    private final Map<String, List<Text>> byTitle = new HashMap<>();

    private record Text(String document, String bare, Set<String> stretches, List<String> quantities) {

        static Text of(Passage passage) {
            String bare = passage.text().replaceAll("[\\s\\p{P}]", "");
            Set<String> stretches = new HashSet<>();
            for (int i = 0; i + STRETCH <= bare.length(); i++) {
                stretches.add(bare.substring(i, i + STRETCH));
            }
            List<String> quantities = Quantities.in(passage.text()).stream()
                    .map(each -> each.value().stripTrailingZeros().toPlainString() + each.unit())
                    .toList();
            return new Text(passage.documentId(), bare, stretches, quantities);
        }

        boolean isCopyOf(Text other) {
            boolean apart = !document.equals(other.document);
            return bare.equals(other.bare)
                    || apart && quantities.equals(other.quantities) && resemblance(other) >= NEARLY_ALL;
        }

        /** What both have of what either has, 0 to 1. */
        private double resemblance(Text other) {
            long both = stretches.stream().filter(other.stretches::contains).count();
            long either = stretches.size() + other.stretches.size() - both;
            return either == 0 ? 0 : (double) both / either;
        }
    }

    /** False where one that came before says the same. */
    boolean isNew(Passage passage) {
        String title = passage.path().isEmpty() ? "" : passage.path().getFirst();
        List<Text> before = byTitle.computeIfAbsent(title, key -> new ArrayList<>());
        Text text = Text.of(passage);
        if (before.stream().anyMatch(text::isCopyOf)) {
            return false;
        }
        before.add(text);
        return true;
    }
}
