package bangban.runtime.verify;

import bangban.language.sentence.Language;
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

    /**
     * What a language model says from itself. Nothing supports it, so it is said only as what it is: the turn tells its reader. Active
     * Markdown and citation marks are taken out.
     */
    record Unsourced(String text) implements Statement {

        public Unsourced {
            text = InertMarkdown.of(text);
        }

        /** The line that stands before such text. */
        public static String label(Language language) {
            return switch (language) {
                case CHINESE -> "以下是语言模型的通用知识，不是来自集团的文件，没有出处，请自行核实。";
                case ENGLISH ->
                    "This is general knowledge from a language model, not from the group's documents, and has no source; "
                            + "please check it yourself.";
            };
        }
    }

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

    static Statement unsourced(String text) {
        return new Unsourced(text);
    }

    static Statement quote(String text, Evidence evidence) {
        return new Quote(text, evidence);
    }
}
