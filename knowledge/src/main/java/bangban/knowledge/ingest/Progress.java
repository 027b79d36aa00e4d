package bangban.knowledge.ingest;

/** Hears how far a file is. Called from several threads. */
public interface Progress {

    Progress NONE = (file, stage, done, total) -> {};

    /**
     * A step forward.
     *
     * @param done of {@code total} passages of this file; in {@link Stage#DONE} of a folder, files
     */
    void report(String file, Stage stage, int done, int total);

    /** What is done with a file, in this order. */
    enum Stage {
        PARSING,
        ENCODING,
        INDEXING,
        DONE
    }
}
