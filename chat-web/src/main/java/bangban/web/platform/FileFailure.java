package bangban.web.platform;

import bangban.runtime.error.ErrorCode;

/** Under which code the messages say why a file was not added. */
public final class FileFailure {

    private FileFailure() {}

    /** @param reason as the knowledge base gives it: a parser's reason, FIELD_TOO_LONG, DESCRIPTION, INTERRUPTED or INTERNAL */
    public static String code(String reason) {
        return switch (reason) {
            case "EMPTY" -> "file-empty";
            case "CORRUPT" -> "file-corrupt";
            case "ENCRYPTED" -> "file-encrypted";
            case "TOO_LARGE" -> "file-over-limit";
            case "NO_TEXT" -> "file-no-text";
            case "UNKNOWN_FORMAT" -> "file-unknown-format";
            case "TIMEOUT" -> "file-timeout";
            case "FIELD_TOO_LONG" -> "field-too-long";
            case "DESCRIPTION" -> "file-description";
            case "INTERRUPTED" -> "ingest-interrupted";
            default -> ErrorCode.INTERNAL.wire();
        };
    }
}
