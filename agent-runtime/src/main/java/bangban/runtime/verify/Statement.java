package bangban.runtime.verify;

import java.util.List;

/** A piece of an answer as an agent wants to say it; Markdown. The verifier decides whether it is said. */
public sealed interface Statement {

    String text();

    /** What carries no fact: connecting words, layout, a refusal's sentence. May hold no number, clause or title. */
    record Frame(String text) implements Statement {}

    /** A claim in the agent's words, cited where {@code cited}. */
    record Fact(String text, List<Evidence> evidence, boolean cited) implements Statement {

        public Fact {
            evidence = List.copyOf(evidence);
        }
    }

    /** The source's own words. */
    record Quote(String text, Evidence evidence) implements Statement {}

    static Statement frame(String text) {
        return new Frame(text);
    }

    static Statement fact(String text, Evidence... evidence) {
        return new Fact(text, List.of(evidence), true);
    }

    /** A claim that is checked but carries no mark, such as the titles that a refusal names. */
    static Statement mention(String text, Evidence... evidence) {
        return new Fact(text, List.of(evidence), false);
    }

    static Statement quote(String text, Evidence evidence) {
        return new Quote(text, evidence);
    }
}
