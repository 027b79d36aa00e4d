package bangban.runtime.model;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where an OpenAI-compatible model answers.
 *
 * @param url what stands before {@code /chat/completions}
 * @param key sent as bearer token, null where the endpoint wants none
 * @param model its name at the endpoint
 */
public record ModelEndpoint(URI url, @Nullable String key, String model, ModelLimits limits) {

    public ModelEndpoint {
        if (model.isBlank()) {
            throw new IllegalArgumentException("an endpoint needs the name of its model");
        }
    }

    URI completions() {
        return URI.create(url.toString().replaceFirst("/+$", "") + "/chat/completions");
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "ModelEndpoint[url=" + url + ", model=" + model + "]";
    }
}
