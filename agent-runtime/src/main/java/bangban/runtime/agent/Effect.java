package bangban.runtime.agent;

/** What a tool does to the world. */
public enum Effect {
    READ,
    WRITE,
    EXTERNAL
}
