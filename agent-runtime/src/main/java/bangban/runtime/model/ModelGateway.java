package bangban.runtime.model;

import java.util.Map;
import java.util.Optional;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.prompt.Prompt;

/** The way to language models by role. A role that no endpoint serves is done without one: grounded mode. */
public final class ModelGateway implements AutoCloseable {

    private final Map<ModelRole, ChatModel> models;

    public ModelGateway(Map<ModelRole, ? extends ChatModel> models) {
        this.models = Map.copyOf(models);
    }

    /** Grounded mode. */
    public static ModelGateway none() {
        return new ModelGateway(Map.of());
    }

    /** One endpoint for all roles. */
    public static ModelGateway to(ModelEndpoint endpoint) {
        return new ModelGateway(Map.of(ModelRole.WRITER, new OpenAiChatModel(endpoint)));
    }

    public boolean serves(ModelRole role) {
        return models.containsKey(role);
    }

    /** True where no role is served. */
    public boolean isGrounded() {
        return models.isEmpty();
    }

    /** Begins an answer, which the caller reads and closes; empty where no endpoint serves the role. */
    public Optional<ModelStream> stream(ModelRole role, Prompt prompt) {
        return Optional.ofNullable(models.get(role)).map(model -> ModelStream.of(model.stream(prompt)));
    }

    @Override
    public void close() {
        for (ChatModel model : models.values()) {
            if (model instanceof OpenAiChatModel wire) {
                wire.close();
            }
        }
    }
}
