package bangban.bench.stress;

import org.jspecify.annotations.Nullable;

/**
 * What came of a file.
 *
 * @param outcome added, archive, the code of the error, or what else went wrong
 * @param clear whether the file ended in text or in an error that says what to do
 * @param readMillis until there was text or an error
 * @param doneMillis until the job ended
 */
record FileOutcome(
        String file,
        String outcome,
        boolean clear,
        @Nullable String detail,
        long readMillis,
        long doneMillis) {

    static final long MOST_MILLIS = 30_000;

    boolean passed() {
        return clear && readMillis <= MOST_MILLIS;
    }
}
