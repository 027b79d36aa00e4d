package bangban.knowledge.parse;

import bangban.knowledge.catalog.Format;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.poifs.filesystem.FileMagic;

/** The format that a file's content tells, whatever its name says: first bytes, and the names of what is inside zip and OLE2 files. */
final class FormatSignature {

    private static final int SAMPLE = 4096;
    private static final int PDF_HEADER_WITHIN = 1024;
    private static final String OPEN_DOCUMENT = "mimetypeapplication/vnd.oasis.opendocument.";
    private static final Pattern HTML_START =
            Pattern.compile("(?is)(?:<\\?xml[^>]*>|<!--.*?-->|\\s)*<(?:!doctype\\s+html|html)[\\s>].*");
    private static final Pattern HEADER_FIELD = Pattern.compile(
            "(?im)^(?:From|To|Cc|Date|Subject|Received|Return-Path|Message-ID|Delivered-To|MIME-Version|Content-Type):");
    private static final Pattern MIME_START =
            Pattern.compile("(?s)(?:[!-9;-~]+:[^\\n]*\\n(?:[ \\t][^\\n]*\\n)*+){2}.*");
    private static final Pattern WEB_ARCHIVE = Pattern.compile("(?im)^Content-Type:\\s*multipart/related");
    private static final Pattern SENT = Pattern.compile("(?im)^(?:Received|To|Delivered-To|Message-ID):");
    private static final int FEWEST_FIELDS = 2;

    private FormatSignature() {}

    /** Empty where the content does not say; then the name decides. */
    static Optional<Format> of(SourceFile file) {
        byte[] bytes = file.bytes();
        return switch (FileMagic.valueOf(bytes)) {
            case OOXML -> ofZip(bytes);
            case OLE2 -> ofOle2(Ole2Names.of(bytes));
            case RTF -> Optional.of(Format.RTF);
            default -> ofText(file, bytes);
        };
    }

    private static Optional<Format> ofZip(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 120), StandardCharsets.ISO_8859_1);
        int mime = start.indexOf(OPEN_DOCUMENT);
        if (mime > 0) {
            String kind = start.substring(mime + OPEN_DOCUMENT.length());
            return kind.startsWith("text")
                    ? Optional.of(Format.ODT)
                    : kind.startsWith("spreadsheet")
                            ? Optional.of(Format.ODS)
                            : kind.startsWith("presentation") ? Optional.of(Format.ODP) : Optional.empty();
        }
        if (start.contains("mimetypeapplication/epub+zip")) {
            return Optional.of(Format.EPUB);
        }
        Set<String> names = ZipNames.of(bytes);
        if (!names.contains("[Content_Types].xml")) {
            return Optional.empty();
        }
        return hasFolder(names, "word/")
                ? Optional.of(Format.DOCX)
                : hasFolder(names, "xl/")
                        ? Optional.of(Format.XLSX)
                        : hasFolder(names, "ppt/") ? Optional.of(Format.PPTX) : Optional.empty();
    }

    private static boolean hasFolder(Set<String> names, String folder) {
        return names.stream().anyMatch(name -> name.startsWith(folder));
    }

    /** WPS Office's own formats are these too, under other endings. */
    private static Optional<Format> ofOle2(Set<String> names) {
        if (names.contains("WordDocument")) {
            return Optional.of(Format.DOC);
        }
        if (names.contains("Workbook") || names.contains("Book")) {
            return Optional.of(Format.XLS);
        }
        if (names.contains("PowerPoint Document")) {
            return Optional.of(Format.PPT);
        }
        return names.contains("__properties_version1.0") ? Optional.of(Format.MSG) : Optional.empty();
    }

    private static Optional<Format> ofText(SourceFile file, byte[] bytes) {
        String start = start(file);
        if (start.substring(0, Math.min(start.length(), PDF_HEADER_WITHIN)).contains("%PDF-")) {
            return Optional.of(Format.PDF);
        }
        if (file.isNamed(".md", ".markdown", ".txt", ".log")) {
            return Optional.empty();
        }
        String text = start.replaceFirst("^(?:\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)", "")
                .replace("\0", "");
        if (HTML_START.matcher(text).matches()) {
            return Optional.of(Format.HTML);
        }
        if (!isMime(file)) {
            return Optional.empty();
        }
        return file.isNamed(".mht", ".mhtml") || isSavedPage(head(start))
                ? Optional.of(Format.HTML)
                : Optional.of(Format.EML);
    }

    private static String start(SourceFile file) {
        return new String(file.bytes(), 0, Math.min(file.bytes().length, SAMPLE), StandardCharsets.ISO_8859_1);
    }

    /** True where the file begins with the fields of a message. */
    static boolean isMime(SourceFile file) {
        String head = head(start(file));
        return MIME_START.matcher(head).matches()
                && HEADER_FIELD.matcher(head).results().limit(FEWEST_FIELDS).count() == FEWEST_FIELDS;
    }

    private static String head(String start) {
        String text = start.replace("\r\n", "\n");
        int end = text.indexOf("\n\n");
        return end < 0 ? text : text.substring(0, end + 1);
    }

    private static boolean isSavedPage(String head) {
        return head.toLowerCase(Locale.ROOT).contains("from: <saved by")
                || (WEB_ARCHIVE.matcher(head).find() && !SENT.matcher(head).find());
    }
}
