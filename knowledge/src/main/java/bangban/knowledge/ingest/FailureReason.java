package bangban.knowledge.ingest;

import bangban.knowledge.parse.ParseException.Reason;

/** Why a file was not added that no parser refused. */
final class FailureReason {

    static final String INTERNAL = "INTERNAL";

    private FailureReason() {}

    static String of(Throwable failure) {
        return switch (failure) {
            case OutOfMemoryError exhausted -> Reason.TOO_LARGE.name();
            case StackOverflowError deep -> Reason.CORRUPT.name();
            default -> INTERNAL;
        };
    }
}
