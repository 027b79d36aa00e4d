package bangban.runtime.model;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The body of a streamed completion. */
final class ChatRequest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ChatRequest() {}

    static byte[] body(String model, Prompt prompt) {
        ObjectNode body = JSON.createObjectNode().put("model", model).put("stream", true);
        ArrayNode messages = body.putArray("messages");
        for (Message message : prompt.getInstructions()) {
            messages.addObject().put("role", role(message)).put("content", message.getText());
        }
        @Nullable ChatOptions options = prompt.getOptions();
        if (options != null && options.getTemperature() != null) {
            body.put("temperature", options.getTemperature());
        }
        if (options != null && options.getMaxTokens() != null) {
            body.put("max_tokens", options.getMaxTokens());
        }
        return JSON.writeValueAsBytes(body);
    }

    private static String role(Message message) {
        return switch (message.getMessageType()) {
            case SYSTEM -> "system";
            case USER -> "user";
            case ASSISTANT -> "assistant";
            case TOOL -> throw new IllegalArgumentException("tools are not called through a model");
        };
    }
}
