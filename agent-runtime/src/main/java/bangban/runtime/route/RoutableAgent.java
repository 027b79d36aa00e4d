package bangban.runtime.route;

import java.util.List;

/**
 * An agent as the router sees it.
 *
 * @param aliases what may stand behind {@code @} or {@code /} beside the name, in any letter case
 * @param examples messages that belong to it
 */
public record RoutableAgent(String name, List<String> aliases, List<String> examples) {

    public RoutableAgent {
        if (name.isBlank() || name.equals(IntentClassifier.OUT_OF_SCOPE)) {
            throw new IllegalArgumentException("'" + name + "' cannot be an agent's name");
        }
        aliases = List.copyOf(aliases);
        examples = List.copyOf(examples);
    }
}
