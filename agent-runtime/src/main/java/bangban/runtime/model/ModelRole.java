package bangban.runtime.model;

/** What a model is wanted for; an operator decides which endpoint serves it. */
public enum ModelRole {
    /** Writes what people read. */
    WRITER
}
