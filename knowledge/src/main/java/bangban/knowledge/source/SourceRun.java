package bangban.knowledge.source;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One walk of a source.
 *
 * @param startedBy null where the schedule did
 * @param finishedAt null while it runs
 * @param reason why it failed: a {@link bangban.knowledge.fetch.FetchException.Reason} of its first page, FORBIDDEN where the source's
 *     owner may not add to its place any more, or INTERNAL; null where it did not
 * @param arguments what the sentence for people names
 * @param waiting addresses still to be asked for, as far as it is known
 */
public record SourceRun(
        String id,
        String sourceId,
        @Nullable String startedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        Status status,
        @Nullable String reason,
        List<String> arguments,
        int waiting,
        Counts counts) {

    /** The owner of the source has lost the right to add to its place. */
    public static final String FORBIDDEN = "FORBIDDEN";

    public SourceRun {
        arguments = List.copyOf(arguments);
    }

    /** Where a run stands; all but the first are final. */
    public enum Status {
        RUNNING,
        DONE,
        /** Its first page was not got, so that nothing was done. */
        FAILED,
        /** Somebody stopped it; what was done until then stays. */
        STOPPED,
        /** The platform ended meanwhile; what was done until then stays. */
        INTERRUPTED
    }

    /** What came of the addresses. */
    public record Counts(int added, int changed, int unchanged, int gone, int skipped, int failed) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);
        static final Counts ADDED = new Counts(1, 0, 0, 0, 0, 0);
        static final Counts CHANGED = new Counts(0, 1, 0, 0, 0, 0);
        static final Counts UNCHANGED = new Counts(0, 0, 1, 0, 0, 0);
        static final Counts GONE = new Counts(0, 0, 0, 1, 0, 0);
        static final Counts SKIPPED = new Counts(0, 0, 0, 0, 1, 0);
        static final Counts FAILED = new Counts(0, 0, 0, 0, 0, 1);

        Counts plus(Counts more) {
            return new Counts(
                    added + more.added,
                    changed + more.changed,
                    unchanged + more.unchanged,
                    gone + more.gone,
                    skipped + more.skipped,
                    failed + more.failed);
        }
    }

    static SourceRun started(String id, String sourceId, @Nullable String by, Instant at) {
        return new SourceRun(id, sourceId, by, at, null, Status.RUNNING, null, List.of(), 0, Counts.NONE);
    }

    SourceRun at(Counts now, int stillWaiting) {
        return new SourceRun(
                id, sourceId, startedBy, startedAt, finishedAt, status, reason, arguments, stillWaiting, now);
    }

    SourceRun ended(Status end, Instant at) {
        return new SourceRun(id, sourceId, startedBy, startedAt, at, end, null, List.of(), 0, counts);
    }

    SourceRun failed(String why, List<String> with, Instant at) {
        return new SourceRun(id, sourceId, startedBy, startedAt, at, Status.FAILED, why, with, 0, counts);
    }
}
