package bangban.runtime.model;

import bangban.runtime.error.ErrorCode;
import bangban.runtime.error.PlatformException;
import org.jspecify.annotations.Nullable;

/** Makes what the reader may see out of the events of one attempt, in their order. */
final class AnswerReader {

    private static final String DONE = "[DONE]";
    private static final String CUT = "length";

    private final ThinkFilter thinking = new ThinkFilter();
    private final int longest;
    private int said;
    private @Nullable String finish;
    private boolean ended;

    AnswerReader(int longest) {
        this.longest = longest;
    }

    /**
     * @param text for the reader, perhaps empty
     * @param token whether the model said anything, if only to itself
     * @param finish why it ended; set in the last piece only
     */
    record Piece(String text, boolean token, @Nullable String finish) {}

    /** @throws PlatformException MODEL_MALFORMED or MODEL_REJECTED */
    Piece read(String event) {
        if (event.equals(DONE)) {
            ended = true;
            return new Piece("", false, null);
        }
        ChatChunk chunk = ChatChunk.of(event);
        if (chunk.finish() != null) {
            finish = chunk.finish();
        }
        String text = visible(thinking.accept(chunk.content()));
        return new Piece(text, chunk.reasons() || !chunk.content().isEmpty(), null);
    }

    private String visible(String passed) {
        String text = said == 0 ? passed.stripLeading() : passed;
        int room = longest - said;
        if (text.length() > room) {
            int end = room > 0 && Character.isHighSurrogate(text.charAt(room - 1)) ? room - 1 : room;
            text = text.substring(0, end);
            finish = CUT;
            ended = true;
        }
        said += text.length();
        return text;
    }

    /** True where nothing that could still come matters. */
    boolean isEnded() {
        return ended;
    }

    /** @throws PlatformException MODEL_UNREACHABLE where the stream stopped short, MODEL_MALFORMED where nothing was said */
    Piece end() {
        if (finish == null && !ended) {
            throw new PlatformException(ErrorCode.MODEL_UNREACHABLE, "the model's stream broke off");
        }
        String rest = CUT.equals(finish) && ended ? "" : visible(thinking.rest());
        if (said == 0) {
            throw new PlatformException(ErrorCode.MODEL_MALFORMED, "the model said nothing");
        }
        return new Piece(rest, false, finish == null ? "stop" : finish);
    }
}
