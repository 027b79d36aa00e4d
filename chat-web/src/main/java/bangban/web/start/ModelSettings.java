package bangban.web.start;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The language model that an operator names, one OpenAI-compatible endpoint for all roles.
 *
 * @param url what stands before {@code /chat/completions}, {@code BANGBAN_MODEL_URL}
 * @param key null where the endpoint wants none, {@code BANGBAN_MODEL_KEY}
 * @param name the model's name at the endpoint, {@code BANGBAN_MODEL_NAME}
 * @param firstToken the longest wait for the first token, {@code BANGBAN_MODEL_WAIT}, in seconds
 * @param overall the longest time of an answer, {@code BANGBAN_MODEL_TIMEOUT}, in seconds; a turn ends after two minutes anyway
 */
public record ModelSettings(URI url, @Nullable String key, String name, Duration firstToken, Duration overall) {

    private static final int LONGEST = 110;

    /**
     * Empty where no URL is set.
     *
     * @throws StartException naming variable, value (never the key) and what is allowed
     */
    static Optional<ModelSettings> of(Map<String, String> environment) {
        String url = environment.getOrDefault("BANGBAN_MODEL_URL", "").strip();
        if (url.isEmpty()) {
            return Optional.empty();
        }
        URI endpoint = endpoint(url);
        String name = environment.getOrDefault("BANGBAN_MODEL_NAME", "").strip();
        if (name.isEmpty()) {
            throw invalid("BANGBAN_MODEL_NAME", name, "qwen3-32b, deepseek-chat …");
        }
        String key = environment.getOrDefault("BANGBAN_MODEL_KEY", "").strip();
        if (!key.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw invalid("BANGBAN_MODEL_KEY", "***", "ASCII");
        }
        Duration overall = seconds(environment, "BANGBAN_MODEL_TIMEOUT", "60", LONGEST);
        long most = overall.toSeconds();
        Duration first = seconds(environment, "BANGBAN_MODEL_WAIT", Long.toString(Math.min(30, most)), most);
        return Optional.of(new ModelSettings(endpoint, key.isEmpty() ? null : key, name, first, overall));
    }

    private static URI endpoint(String text) {
        try {
            URI url = new URI(text);
            String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            boolean usable = (scheme.equals("http") || scheme.equals("https"))
                    && url.getHost() != null
                    && url.getRawUserInfo() == null
                    && url.getRawQuery() == null
                    && url.getRawFragment() == null;
            if (usable) {
                return url;
            }
        } catch (URISyntaxException e) {
            // said below, for all that is wrong with it
        }
        // a password may stand in it
        String shown = text.contains("@") ? "***" : text;
        throw invalid("BANGBAN_MODEL_URL", shown, "http://HOST:PORT/v1, https://HOST/v1");
    }

    private static Duration seconds(Map<String, String> environment, String variable, String usual, long most) {
        String text = environment.getOrDefault(variable, "").strip();
        String allowed = "1 – " + most;
        try {
            long seconds = Long.parseLong(text.isEmpty() ? usual : text);
            if (seconds < 1 || seconds > most) {
                throw invalid(variable, text, allowed);
            }
            return Duration.ofSeconds(seconds);
        } catch (NumberFormatException e) {
            throw invalid(variable, text, allowed);
        }
    }

    private static StartException invalid(String variable, String value, String allowed) {
        return new StartException("start.invalid-setting", variable, value, allowed);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "ModelSettings[url=" + url + ", name=" + name + "]";
    }
}
