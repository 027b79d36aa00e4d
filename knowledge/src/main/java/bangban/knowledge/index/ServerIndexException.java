package bangban.knowledge.index;

import org.jspecify.annotations.Nullable;

/** The server index cannot be used, for a reason that its operator can mend. */
public final class ServerIndexException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Problem problem;

    ServerIndexException(Problem problem, @Nullable Throwable cause) {
        super("the server index: " + problem, cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    /** What stands in the way. */
    public enum Problem {
        /** Nothing answers at the address, or the account is refused. */
        UNREACHABLE,
        /** pgvector is not installed on the server, or the account may not enable it. */
        NO_PGVECTOR,
        /** pgvector is older than 0.8, which brought scans that go on under a filter. */
        OLD_PGVECTOR,
        /** Another process of another version of Bangban has taken the index over. */
        OTHER_VERSION,
        /** Another process has just moved or removed these tables. */
        GONE
    }
}
