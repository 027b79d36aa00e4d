package bangban.bench.permissions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What went right and wrong so far. */
final class Tally {

    private static final int NAMED = 10;

    private final List<Double> revocations = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private int cases;
    private int failed;
    private int checks;
    private int changes;
    private int leaks;
    private int missing;

    /** A case of several checks; counts as failed where one of them did. */
    void end(int faultsBefore) {
        cases++;
        if (leaks + missing > faultsBefore) {
            failed++;
        }
    }

    int faults() {
        return leaks + missing;
    }

    void changed() {
        changes++;
    }

    /** @param millis from the return of a change to the end of the search that followed it */
    void revoked(double millis) {
        revocations.add(millis);
    }

    /** Holds what a reader was shown against what they may see. */
    void compare(String where, Collection<String> shown, Set<String> allowed) {
        checks++;
        Set<String> leaked = new HashSet<>(shown);
        leaked.removeAll(allowed);
        Set<String> lacking = new HashSet<>(allowed);
        lacking.removeAll(new HashSet<>(shown));
        leaks += leaked.size();
        missing += lacking.size();
        leaked.forEach(id -> fault("leak: " + where + " shows " + id));
        lacking.forEach(id -> fault("missing: " + where + " lacks " + id));
    }

    /** The same for a count: one too high tells that there is something. */
    void compare(String where, int shown, int allowed) {
        checks++;
        leaks += Math.max(0, shown - allowed);
        missing += Math.max(0, allowed - shown);
        if (shown != allowed) {
            fault((shown > allowed ? "leak: " : "missing: ") + where + " counts " + shown + ", not " + allowed);
        }
    }

    private void fault(String sentence) {
        if (faults.size() < NAMED) {
            faults.add(sentence);
        }
    }

    int failed() {
        return failed;
    }

    /** The first faults and the figures, a line each; the last is {@code N passed, N failed}. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(faults);
        lines.add("%,d checks in %,d cases, %,d changes between them".formatted(checks, cases, changes));
        lines.add("%d leaks, %d missing".formatted(leaks, missing));
        List<Double> sorted = new ArrayList<>(revocations);
        Collections.sort(sorted);
        if (!sorted.isEmpty()) {
            lines.add(
                    "search after a revocation: %,d times, p50 %.1f ms, p99 %.1f ms, max %.1f ms from the change's return"
                            .formatted(
                                    sorted.size(),
                                    sorted.get(sorted.size() / 2),
                                    sorted.get((int) (sorted.size() * 0.99)),
                                    sorted.getLast()));
        }
        lines.add((cases - failed) + " passed, " + failed + " failed");
        return List.copyOf(lines);
    }
}
