package bangban.web.cli;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/** A multipart/form-data body (RFC 7578) of text fields and one file, which is sent from disk. */
public final class MultipartBody {

    private final String boundary = UUID.randomUUID().toString();
    private final Map<String, String> fields;
    private final Path file;

    public MultipartBody(Map<String, String> fields, Path file) {
        this.fields = Map.copyOf(fields);
        this.file = file;
    }

    public String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    public BodyPublisher publisher() throws FileNotFoundException {
        StringBuilder head = new StringBuilder();
        fields.forEach((name, value) -> head.append("--")
                .append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n")
                .append(value)
                .append("\r\n"));
        // the document's name goes as a field of its own, so that none has to be quoted here
        head.append("--")
                .append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"file\"; filename=\"file\"\r\n")
                .append("Content-Type: application/octet-stream\r\n\r\n");
        return BodyPublishers.concat(
                bytes(head.toString()), BodyPublishers.ofFile(file), bytes("\r\n--" + boundary + "--\r\n"));
    }

    private static BodyPublisher bytes(String text) {
        return BodyPublishers.ofString(text, StandardCharsets.UTF_8);
    }
}
