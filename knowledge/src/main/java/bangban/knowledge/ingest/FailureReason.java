package bangban.knowledge.ingest;

import bangban.knowledge.ingest.FolderIngestion.Failed;
import bangban.knowledge.parse.ParseException;
import bangban.knowledge.parse.ParseException.Reason;
import java.io.IOException;
import java.sql.SQLTransientException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;

/** Why a file was not added, and whether trying it again can help. */
public final class FailureReason {

    /** The disk was full. */
    public static final String DISK_FULL = "DISK_FULL";
    /** The file could not be opened. */
    public static final String UNREADABLE = "UNREADABLE";
    /** Something said of the file is too long. */
    public static final String FIELD_TOO_LONG = "FIELD_TOO_LONG";
    /** What a manifest says of the file is otherwise wrong. */
    public static final String DESCRIPTION = "DESCRIPTION";
    /** Another document has its name in this place, and may not be replaced by it. */
    public static final String PLACE_TAKEN = "PLACE_TAKEN";
    /** What nobody foresaw; the log has it. */
    public static final String INTERNAL = "INTERNAL";

    private static final Set<Reason> OF_THE_BYTES =
            EnumSet.of(Reason.EMPTY, Reason.CORRUPT, Reason.ENCRYPTED, Reason.NO_TEXT, Reason.UNKNOWN_FORMAT);

    private static final Logger LOG = LoggerFactory.getLogger(FailureReason.class);

    private FailureReason() {}

    /** A file of several that was not added, whatever was thrown. */
    public static Failed failed(String file, Throwable failure) {
        // a manifest's row is read when it is needed
        boolean described = failure instanceof IllegalArgumentException && !(failure instanceof FieldTooLongException);
        String reason = described ? DESCRIPTION : of(failure);
        switch (reason) {
            case UNREADABLE -> LOG.warn("{} cannot be read: {}", file, failure.toString());
            case INTERNAL -> LOG.error("adding {} failed", file, failure);
            default -> LOG.debug("{} was not added", file, failure);
        }
        return new Failed(file, reason, String.valueOf(failure.getMessage()), arguments(failure));
    }

    /** The reason of what adding a file threw. */
    public static String of(Throwable failure) {
        return switch (failure) {
            case ParseException refused -> refused.reason().name();
            case OutOfMemoryError exhausted -> Reason.TOO_LARGE.name();
            case StackOverflowError deep -> Reason.CORRUPT.name();
            case PlaceTakenException taken -> PLACE_TAKEN;
            case FieldTooLongException field -> FIELD_TOO_LONG;
            default -> {
                if (isOfDisk(failure)) {
                    yield DISK_FULL;
                }
                yield failure instanceof IOException ? UNREADABLE : INTERNAL;
            }
        };
    }

    /** What the sentence of the reason names. */
    public static List<Object> arguments(Throwable failure) {
        return switch (failure) {
            case PlaceTakenException taken -> List.of(taken.file());
            case FieldTooLongException field -> List.of(field.field(), field.length(), field.limit());
            default -> List.of();
        };
    }

    private static boolean isOfDisk(Throwable failure) {
        return causes(failure)
                .map(cause -> String.valueOf(cause.getMessage()))
                .anyMatch(message -> message.contains("No space left") || message.contains("not enough space"));
    }

    /** True where the same may succeed in a while without anyone doing anything: a full disk, a database or an index that is busy. */
    public static boolean passes(Throwable failure) {
        return isOfDisk(failure)
                || causes(failure)
                        .anyMatch(cause -> cause instanceof LockObtainFailedException
                                || cause instanceof SQLTransientException
                                || cause instanceof TransientDataAccessException
                                || cause instanceof RecoverableDataAccessException
                                || cause instanceof DataAccessResourceFailureException);
    }

    /** True where the same bytes would fail again, so that only another file helps. */
    public static boolean isOfTheBytes(String reason) {
        return OF_THE_BYTES.stream().anyMatch(one -> one.name().equals(reason));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
