package bangban.agents.general;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.metadata.ChatGenerationMetadata;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.Prompt;
import reactor.core.publisher.Flux;

/** Plays back what it was told to and keeps what it was asked. */
final class ScriptedChatModel implements ChatModel {

    final List<Prompt> asked = new CopyOnWriteArrayList<>();

    private final Flux<ChatResponse> script;

    ScriptedChatModel(Flux<ChatResponse> script) {
        this.script = script;
    }

    static ScriptedChatModel saying(String... pieces) {
        return new ScriptedChatModel(pieces(pieces).concatWithValues(response("", "stop")));
    }

    static Flux<ChatResponse> pieces(String... pieces) {
        return Flux.fromArray(pieces).map(piece -> response(piece, ""));
    }

    static ChatResponse response(String text, String finish) {
        return new ChatResponse(List.of(new Generation(
                new AssistantMessage(text),
                ChatGenerationMetadata.builder().finishReason(finish).build())));
    }

    @Override
    public ChatResponse call(Prompt prompt) {
        throw new UnsupportedOperationException("only streams are read");
    }

    @Override
    public Flux<ChatResponse> stream(Prompt prompt) {
        asked.add(prompt);
        return script;
    }
}
