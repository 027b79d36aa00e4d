package bangban.knowledge.attach;

/** A file that cannot go with a message. Nothing was changed. */
public final class AttachmentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String file;

    AttachmentException(Reason reason, String file) {
        super(reason + " " + file);
        this.reason = reason;
        this.file = file;
    }

    /** Why not. */
    public enum Reason {
        /** There is none, or it is another's. */
        UNKNOWN,
        /** It is still being read. */
        NOT_READY,
        /** It could not be read. */
        FAILED,
        /** It belongs to another conversation. */
        ELSEWHERE,
        /** Too many of their owner's wait to be sent. */
        TOO_MANY
    }

    public Reason reason() {
        return reason;
    }

    /** Its name; its id where it is unknown. */
    public String file() {
        return file;
    }
}
