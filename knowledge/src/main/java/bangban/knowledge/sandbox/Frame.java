package bangban.knowledge.sandbox;

/** First byte of what a child says. */
final class Frame {

    /** Pages done, pages in all, whether the last was recognised. */
    static final int PROGRESS = 'P';
    /** How often something tried to reach a network; nothing did. */
    static final int REACHED = 'N';
    /** The child is not to be used again after this file. */
    static final int WORN = 'W';
    /** A reading; the file is done. */
    static final int READING = 'R';
    /** Reason and message; the file is done. */
    static final int REFUSED = 'X';

    private Frame() {}
}
