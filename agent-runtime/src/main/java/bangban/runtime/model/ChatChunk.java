package bangban.runtime.model;

import bangban.runtime.error.ErrorCode;
import bangban.runtime.error.PlatformException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One event of a streamed completion.
 *
 * @param content text for the reader, perhaps empty
 * @param reasons whether it holds reasoning, which is not for the reader
 * @param finish why the model stopped, null while it goes on
 */
record ChatChunk(String content, boolean reasons, @Nullable String finish) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** @throws PlatformException MODEL_MALFORMED; MODEL_REJECTED where the endpoint reports an error */
    static ChatChunk of(String event) {
        JsonNode root;
        try {
            root = JSON.readTree(event);
        } catch (JacksonException e) {
            throw malformed("is no JSON");
        }
        if (root.hasNonNull("error")) {
            throw new PlatformException(
                    ErrorCode.MODEL_REJECTED, "the model's endpoint reported an error in its stream");
        }
        JsonNode choices = root.path("choices");
        if (!choices.isArray()) {
            throw malformed("has no choices");
        }
        JsonNode choice = choices.path(0);
        JsonNode delta = choice.path("delta");
        boolean reasons = !text(delta, "reasoning_content").isEmpty()
                || !text(delta, "reasoning").isEmpty();
        String finish = text(choice, "finish_reason");
        return new ChatChunk(text(delta, "content"), reasons, finish.isEmpty() ? null : finish);
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isString()) {
            throw malformed("has a " + name + " that is no text");
        }
        return value.asString();
    }

    private static PlatformException malformed(String what) {
        return new PlatformException(ErrorCode.MODEL_MALFORMED, "an event of the model's stream " + what);
    }
}
