package bangban.runtime.agent;

/** A quiet line beside the answer. */
public record Notice(Level level, String code, String text) {

    /** How much it matters. */
    public enum Level {
        INFO,
        WARNING
    }
}
