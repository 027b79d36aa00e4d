package bangban.config.agents;

import bangban.config.ConfigException;
import bangban.config.LocalText;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An agent as an operator describes it.
 *
 * @param name what the API and the Java class call it
 * @param aliases what may stand behind {@code @} or {@code /}
 * @param examples messages that belong to it; the router learns from them
 * @param suggestions example questions for the start page, by locale
 * @param readsFiles true where it answers about files that people bring into a conversation
 * @param standIn who answers, with a notice, where this agent is not installed; null where nobody does
 */
public record AgentDefinition(
        String name,
        LocalText title,
        LocalText description,
        List<String> aliases,
        List<String> examples,
        Map<String, List<String>> suggestions,
        boolean readsFiles,
        @Nullable String standIn) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,30}");

    public AgentDefinition(
            @Nullable String name,
            @Nullable LocalText title,
            @Nullable LocalText description,
            @Nullable List<String> aliases,
            @Nullable List<String> examples,
            @Nullable Map<String, List<String>> suggestions,
            boolean readsFiles,
            @Nullable String standIn) {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new ConfigException("name is '" + name + "', allowed are lower-case letters, digits and -");
        }
        if (title == null || description == null) {
            throw new ConfigException("agent " + name + " needs title and description, each with zh-CN and en");
        }
        if (examples == null || examples.size() < 5) {
            throw new ConfigException("agent " + name + " has fewer than 5 examples; the router cannot learn it");
        }
        this.name = name;
        this.title = title;
        this.description = description;
        this.aliases = aliases == null ? List.of() : List.copyOf(aliases);
        this.examples = List.copyOf(examples);
        this.suggestions = suggestions == null ? Map.of() : Map.copyOf(suggestions);
        this.readsFiles = readsFiles;
        this.standIn = standIn;
    }
}
