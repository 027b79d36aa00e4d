package bangban.runtime.model;

import bangban.runtime.error.ErrorCode;
import bangban.runtime.error.PlatformException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The {@code data} lines of a server-sent event stream that comes in pieces, which may break anywhere, inside a character too. Each line
 * is taken as a whole event, as all OpenAI-compatible servers write them.
 */
final class EventStream {

    private static final String DATA = "data:";
    private static final Pattern OTHER_FIELD = Pattern.compile("(?::|(?:event|id|retry)\\s*:).*|\\s*");

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final int limit;
    private int read;

    EventStream(int limit) {
        this.limit = limit;
    }

    /** @throws PlatformException MODEL_MALFORMED for what is no event stream, or more than the limit */
    List<String> accept(byte[] bytes) {
        read += bytes.length;
        if (read > limit) {
            throw malformed("the model's response is longer than " + limit + " bytes");
        }
        List<String> events = new ArrayList<>();
        for (byte b : bytes) {
            if (b == '\n') {
                add(events);
            } else {
                line.write(b);
            }
        }
        return events;
    }

    /** The last line where no line break ends it. */
    List<String> end() {
        List<String> events = new ArrayList<>();
        add(events);
        return events;
    }

    private void add(List<String> events) {
        String text = line.toString(StandardCharsets.UTF_8).strip();
        line.reset();
        if (text.startsWith(DATA)) {
            events.add(text.substring(DATA.length()).strip());
        } else if (!OTHER_FIELD.matcher(text).matches()) {
            throw malformed("the model's response is no event stream");
        }
    }

    private static PlatformException malformed(String message) {
        return new PlatformException(ErrorCode.MODEL_MALFORMED, message);
    }
}
