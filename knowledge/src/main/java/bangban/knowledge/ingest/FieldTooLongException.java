package bangban.knowledge.ingest;

/** Something said of a file that is longer than the catalogue keeps, with what the sentence for people names. */
public final class FieldTooLongException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final int length;
    private final int limit;

    FieldTooLongException(String field, int length, int limit) {
        super(field + " has " + length + " characters, allowed are " + limit);
        this.field = field;
        this.length = length;
        this.limit = limit;
    }

    /** As manifests and forms call it. */
    public String field() {
        return field;
    }

    /** In UTF-16 units. */
    public int length() {
        return length;
    }

    public int limit() {
        return limit;
    }
}
