package bangban.knowledge.job;

import java.nio.file.Path;

/** Where the bytes of a file are. */
sealed interface Source {

    long bytes();

    /**
     * Kept until the file's end.
     *
     * @param path below the folder of uploads
     */
    record Kept(String path, long bytes) implements Source {}

    /** Read where it lies, when its turn comes. */
    record Read(Path path, long bytes) implements Source {}

    /** No longer there. */
    record Gone() implements Source {

        @Override
        public long bytes() {
            return 0;
        }
    }
}
