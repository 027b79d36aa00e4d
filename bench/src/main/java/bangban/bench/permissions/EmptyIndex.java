package bangban.bench.permissions;

import bangban.knowledge.index.LucenePassageIndex;
import bangban.knowledge.index.PassageIndex;
import bangban.language.analyze.TermAnalyzer;
import java.nio.file.Path;

/** Makes an index with nothing in it. */
interface EmptyIndex {

    /** @param folder of its own, deleted once the index was closed */
    PassageIndex open(Path folder);

    /** @throws IllegalArgumentException with a sentence for the user where there is no such kind */
    static EmptyIndex of(String kind) {
        return switch (kind) {
            case "lucene" -> folder -> new LucenePassageIndex(folder, new TermAnalyzer(), LetterEncoder.VERSION);
            default -> throw new IllegalArgumentException("--index " + kind + " is not available, allowed is lucene");
        };
    }
}
