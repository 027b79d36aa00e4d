package bangban.knowledge.ingest;

/** A document cannot go where another one with the same file name is. */
public final class PlaceTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;

    PlaceTakenException(String file) {
        super("there is another " + file + " in this place");
        this.file = file;
    }

    public String file() {
        return file;
    }
}
