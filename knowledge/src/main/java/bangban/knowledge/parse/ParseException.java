package bangban.knowledge.parse;

/** A file that cannot be read, with the reason as a code that the edges turn into a sentence. */
public final class ParseException extends Exception {

    /** Why. */
    public enum Reason {
        EMPTY,
        CORRUPT,
        ENCRYPTED,
        TOO_LARGE,
        NO_TEXT,
        /** The pages are pictures, and nothing on this machine recognises text. */
        NO_OCR,
        UNKNOWN_FORMAT,
        TIMEOUT
    }

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public ParseException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public ParseException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
