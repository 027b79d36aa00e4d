package bangban.web.cli;

/** A command that cannot go on; the message is the sentence for the terminal. */
final class CommandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommandException(String sentence) {
        super(sentence);
    }
}
