package bangban.knowledge.ingest;

import bangban.knowledge.parse.ParseException.Reason;

/** Why a file was not added that no parser refused. */
final class FailureReason {

    private static final String DISK_FULL = "DISK_FULL";
    static final String INTERNAL = "INTERNAL";

    private FailureReason() {}

    static String of(Throwable failure) {
        return switch (failure) {
            case OutOfMemoryError exhausted -> Reason.TOO_LARGE.name();
            case StackOverflowError deep -> Reason.CORRUPT.name();
            default -> isOfDisk(failure) ? DISK_FULL : INTERNAL;
        };
    }

    private static boolean isOfDisk(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (message.contains("No space left") || message.contains("not enough space")) {
                return true;
            }
        }
        return false;
    }
}
