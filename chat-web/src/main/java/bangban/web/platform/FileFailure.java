package bangban.web.platform;

import bangban.runtime.error.ErrorCode;
import bangban.web.start.DiskFull;
import java.nio.file.Path;

/** Under which code the messages say why a file was not added. */
public final class FileFailure {

    /** What failed on a full disk. */
    public static final String DISK_FULL = "disk-full";

    private FileFailure() {}

    /**
     * @param reason as the knowledge base gives it: a parser's reason, FIELD_TOO_LONG, DESCRIPTION, UNREADABLE, PLACE_TAKEN, DISK_FULL,
     *     INTERRUPTED, CANCELLED or INTERNAL
     * @param folder where documents are kept; a failure without a reason on a full disk is the disk's
     */
    public static String code(String reason, Path folder) {
        return switch (reason) {
            case "EMPTY" -> "file-empty";
            case "CORRUPT" -> "file-corrupt";
            case "ENCRYPTED" -> "file-encrypted";
            case "TOO_LARGE" -> "file-over-limit";
            case "NO_TEXT" -> "file-no-text";
            case "NO_OCR" -> "file-no-ocr";
            case "UNKNOWN_FORMAT" -> "file-unknown-format";
            case "TIMEOUT" -> "file-timeout";
            case "FIELD_TOO_LONG" -> "field-too-long";
            case "DESCRIPTION" -> "file-description";
            case "UNREADABLE" -> "file-unreadable";
            case "INTERRUPTED" -> "ingest-interrupted";
            case "CANCELLED" -> "ingest-cancelled";
            case "PLACE_TAKEN" -> ErrorCode.PLACE_TAKEN.wire();
            case "DISK_FULL" -> DISK_FULL;
            default -> DiskFull.nothingLeft(folder) ? DISK_FULL : ErrorCode.INTERNAL.wire();
        };
    }
}
