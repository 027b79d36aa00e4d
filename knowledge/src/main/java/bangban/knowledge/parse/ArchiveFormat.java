package bangban.knowledge.parse;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Files that hold files, told by their first bytes. */
enum ArchiveFormat {
    ZIP(0, "PK\3\4"),
    EMPTY_ZIP(0, "PK\5\6"),
    SEVEN_ZIP(0, "7z\u00bc\u00af\u0027\u001c"),
    RAR(0, "Rar!\u001a\u0007"),
    GZIP(0, "\u001f\u008b"),
    BZIP2(0, "BZh"),
    XZ(0, "\u00fd7zXZ\0"),
    TAR(257, "ustar");

    private final int at;
    private final byte[] signature;

    ArchiveFormat(int at, String signature) {
        this.at = at;
        this.signature = signature.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Empty for documents, those that are zips inside among them, and for what is named as such a document. */
    static Optional<ArchiveFormat> of(SourceFile file) {
        for (ArchiveFormat format : values()) {
            if (format.begins(file.bytes())) {
                boolean document = format == ZIP
                        && (isNamedAsDocument(file) || FormatSignature.of(file).isPresent());
                return document ? Optional.empty() : Optional.of(format);
            }
        }
        return Optional.empty();
    }

    private static boolean isNamedAsDocument(SourceFile file) {
        return file.isNamed(
                ".docx", ".docm", ".dotx", ".xlsx", ".xlsm", ".xltx", ".pptx", ".pptm", ".ppsx", ".potx", ".odt",
                ".ott", ".ods", ".ots", ".odp", ".otp", ".epub");
    }

    private boolean begins(byte[] bytes) {
        if (bytes.length < at + signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if (bytes[at + i] != signature[i]) {
                return false;
            }
        }
        return true;
    }
}
