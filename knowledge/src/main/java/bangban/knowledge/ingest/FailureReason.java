package bangban.knowledge.ingest;

import bangban.knowledge.ingest.FolderIngestion.Failed;
import bangban.knowledge.parse.ParseException;
import bangban.knowledge.parse.ParseException.Reason;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Why a file was not added that no parser refused. */
public final class FailureReason {

    private static final String DISK_FULL = "DISK_FULL";
    private static final String PLACE_TAKEN = "PLACE_TAKEN";
    public static final String INTERNAL = "INTERNAL";

    private static final Logger LOG = LoggerFactory.getLogger(FailureReason.class);

    private FailureReason() {}

    /** A file of several that was not added, whatever was thrown. */
    public static Failed failed(String file, Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        return switch (failure) {
            case ParseException refused -> new Failed(file, refused.reason().name(), message);
            case FieldTooLongException field ->
                new Failed(file, "FIELD_TOO_LONG", message, List.of(field.field(), field.length(), field.limit()));
            case PlaceTakenException taken -> new Failed(file, PLACE_TAKEN, message, List.of(taken.file()));
            case IllegalArgumentException description -> new Failed(file, "DESCRIPTION", message);
            case IOException unreadable -> {
                LOG.warn("{} cannot be read: {}", file, unreadable.toString());
                yield new Failed(file, "UNREADABLE", "the file cannot be read");
            }
            default -> {
                String reason = of(failure);
                if (reason.equals(INTERNAL)) {
                    LOG.error("adding {} failed", file, failure);
                }
                yield new Failed(file, reason, "the file could not be added");
            }
        };
    }

    public static String of(Throwable failure) {
        return switch (failure) {
            case OutOfMemoryError exhausted -> Reason.TOO_LARGE.name();
            case StackOverflowError deep -> Reason.CORRUPT.name();
            case PlaceTakenException taken -> PLACE_TAKEN;
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
