package bangban.config.prompts;

import bangban.config.ConfigException;
import bangban.config.ConfigFolder;
import java.util.Map;
import java.util.TreeMap;

/** Every prompt that {@code prompts/*.md} holds, by name. */
public record PromptCatalog(Map<String, Prompt> prompts) {

    private static final String ENDING = ".md";

    public PromptCatalog {
        prompts = Map.copyOf(prompts);
    }

    /**
     * Reads and checks them all.
     *
     * @throws ConfigException for the first file that cannot be used
     */
    public static PromptCatalog load(ConfigFolder folder) {
        Map<String, Prompt> prompts = new TreeMap<>();
        for (String file : folder.list("prompts", ENDING)) {
            String name = file.substring(file.lastIndexOf('/') + 1, file.length() - ENDING.length());
            prompts.put(name, Prompt.parse(name, folder.text(file)));
        }
        return new PromptCatalog(prompts);
    }

    /**
     * The prompt of this name, for whoever cannot do without.
     *
     * @throws ConfigException where there is none
     */
    public Prompt require(String name) {
        Prompt prompt = prompts.get(name);
        if (prompt == null) {
            throw new ConfigException(
                    "prompts/" + name + ".md is missing; the language model cannot be used without it");
        }
        return prompt;
    }
}
