package bangban.runtime.verify;

/** Whether a statement may be said. */
public sealed interface Verdict {

    /** Evidence carries it. */
    record Supported() implements Verdict {}

    /** It claims nothing. */
    record NotFactual() implements Verdict {}

    /** It does not pretend to rest on evidence; it may be said as such. */
    record Unsourced() implements Verdict {}

    /**
     * Evidence does not carry it.
     *
     * @param missing the number, name, clause or wording that no evidence has
     */
    record Unsupported(String missing) implements Verdict {}
}
