package bangban.bench;

import bangban.knowledge.index.LucenePassageIndex;
import bangban.knowledge.index.PassageIndex;
import bangban.language.analyze.TermAnalyzer;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An empty index to be measured; closing it leaves nothing behind. */
public abstract sealed class ScratchIndex implements Closeable {

    private PassageIndex index;

    private ScratchIndex(PassageIndex index) {
        this.index = index;
    }

    /**
     * Makes one.
     *
     * @param kind {@code lucene}
     * @throws IllegalArgumentException with a sentence for the user where there is no such kind
     */
    public static ScratchIndex make(String kind, TermAnalyzer analyzer, String encoderVersion) throws IOException {
        return switch (kind) {
            case "lucene" -> new Embedded(Files.createTempDirectory("bangban-bench-"), analyzer, encoderVersion);
            default -> throw new IllegalArgumentException("--index " + kind + " is not available, allowed is lucene");
        };
    }

    public PassageIndex index() {
        return index;
    }

    /** Ends what is still written in the background and opens the index as a new process finds it. */
    public void reopen() throws IOException {
        index.close();
        index = open();
    }

    abstract PassageIndex open();

    abstract void discard() throws IOException;

    @Override
    public void close() throws IOException {
        index.close();
        discard();
    }

    private static final class Embedded extends ScratchIndex {

        private final Path folder;
        private final TermAnalyzer analyzer;
        private final String encoderVersion;

        Embedded(Path folder, TermAnalyzer analyzer, String encoderVersion) {
            super(new LucenePassageIndex(folder, analyzer, encoderVersion));
            this.folder = folder;
            this.analyzer = analyzer;
            this.encoderVersion = encoderVersion;
        }

        @Override
        PassageIndex open() {
            return new LucenePassageIndex(folder, analyzer, encoderVersion);
        }

        @Override
        void discard() throws IOException {
            JsonLines.deleteFolder(folder);
        }
    }
}
