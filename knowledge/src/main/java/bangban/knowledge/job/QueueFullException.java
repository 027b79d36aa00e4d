package bangban.knowledge.job;

/** Too much waits to be added; what was brought now was not taken. */
public final class QueueFullException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int files;
    private final long bytes;

    QueueFullException(int files, long bytes) {
        super(files + " files of " + bytes + " bytes are waiting");
        this.files = files;
        this.bytes = bytes;
    }

    /** How many wait. */
    public int files() {
        return files;
    }

    public long bytes() {
        return bytes;
    }
}
