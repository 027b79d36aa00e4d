package bangban.agents.policy;

import org.jspecify.annotations.Nullable;

/** What counts where the group and a unit say different things about one matter. */
sealed interface Ruling {

    /** Nobody contradicts. */
    record Undisputed() implements Ruling {}

    /**
     * Group and unit differ.
     *
     * @param basis the item of the group's rule on rules that decides, null where there is none
     */
    record Disputed(
            Candidate unit,
            Candidate group,
            Outcome outcome,
            @Nullable Candidate basis) implements Ruling {}

    /** Whose rule counts. */
    enum Outcome {
        /** The unit's is stricter, and the rule on rules lets it be. */
        UNIT,
        /** The unit's is looser, which the rule on rules forbids. */
        GROUP,
        /** No rule on rules decides: both are shown. */
        OPEN
    }
}
