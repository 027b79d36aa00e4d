package bangban.knowledge.crawl;

import static java.util.Map.entry;

import bangban.knowledge.fetch.Fetched;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What of the web becomes a document, and under which file name a parser knows it. */
final class WebFile {

    static final String HTML = "html";

    private static final Map<String, String> ENDINGS = Map.ofEntries(
            entry("text/html", HTML),
            entry("application/xhtml+xml", HTML),
            entry("text/plain", "txt"),
            entry("text/markdown", "md"),
            entry("text/csv", "csv"),
            entry("application/pdf", "pdf"),
            entry("application/x-pdf", "pdf"),
            entry("application/msword", "doc"),
            entry("application/vnd.ms-excel", "xls"),
            entry("application/vnd.ms-powerpoint", "ppt"),
            entry("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
            entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
            entry("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
            entry("application/vnd.oasis.opendocument.text", "odt"),
            entry("application/vnd.oasis.opendocument.spreadsheet", "ods"),
            entry("application/vnd.oasis.opendocument.presentation", "odp"),
            entry("application/rtf", "rtf"),
            entry("text/rtf", "rtf"),
            entry("application/epub+zip", "epub"));
    /** What servers say of files that they do not know. */
    private static final Set<String> UNSPECIFIC = Set.of(
            "application/octet-stream", "application/force-download", "application/x-download", "application/zip");

    private static final Set<String> FILE_ENDINGS = Set.of(
            "pdf", "docx", "xlsx", "pptx", "doc", "xls", "ppt", "wps", "et", "dps", "odt", "ods", "odp", "rtf", "epub",
            "csv", "md", "txt");

    static final Set<String> TYPES =
            Stream.concat(ENDINGS.keySet().stream(), UNSPECIFIC.stream()).collect(Collectors.toUnmodifiableSet());

    /** What is not even asked for. */
    private static final Set<String> NEVER = Set.of(
            "css", "js", "mjs", "json", "xml", "rss", "atom", "ico", "png", "jpg", "jpeg", "gif", "svg", "webp", "bmp",
            "tif", "tiff", "mp3", "mp4", "avi", "mov", "wmv", "flv", "webm", "wav", "woff", "woff2", "ttf", "eot",
            "zip", "rar", "7z", "gz", "tar", "exe", "msi", "apk", "dmg", "iso", "swf");

    private WebFile() {}

    static boolean mayBeOfUse(String url) {
        return !NEVER.contains(WebAddress.ending(url));
    }

    /** The ending under which a parser knows it; empty where none does. */
    static Optional<String> ending(Fetched.Content content) {
        String byName = WebAddress.ending(content.url());
        boolean file = FILE_ENDINGS.contains(byName);
        if (content.type().isEmpty()) {
            return Optional.of(file ? byName : HTML);
        }
        if (UNSPECIFIC.contains(content.type()) || content.type().equals("text/plain")) {
            return file ? Optional.of(byName) : Optional.ofNullable(ENDINGS.get(content.type()));
        }
        return Optional.ofNullable(ENDINGS.get(content.type()));
    }

    /** Text whose encoding only the server's header tells becomes UTF-8, so that the copy can be read without it. */
    static byte[] bytes(Fetched.Content content, String ending) {
        boolean text = ending.equals(HTML) || ending.equals("txt") || ending.equals("md") || ending.equals("csv");
        String name = content.charset();
        if (!text || name == null) {
            return content.bytes();
        }
        try {
            Charset charset = Charset.forName(name);
            return charset.equals(StandardCharsets.UTF_8)
                    ? content.bytes()
                    : ("\uFEFF" + new String(content.bytes(), charset)).getBytes(StandardCharsets.UTF_8);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return content.bytes();
        }
    }
}
