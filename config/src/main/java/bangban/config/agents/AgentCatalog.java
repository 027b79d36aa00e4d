package bangban.config.agents;

import bangban.config.ConfigException;
import bangban.config.ConfigFolder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Every agent that {@code agents/*.yaml} describes, and what belongs to none of them. */
public record AgentCatalog(List<AgentDefinition> agents, List<String> outOfScope) {

    public AgentCatalog {
        agents = List.copyOf(agents);
        outOfScope = List.copyOf(outOfScope);
    }

    public static AgentCatalog load(ConfigFolder folder) {
        List<AgentDefinition> agents = new ArrayList<>();
        Map<String, String> names = new HashMap<>();
        for (String file : folder.list("agents", ".yaml")) {
            AgentDefinition agent = folder.read(file, AgentDefinition.class);
            agents.add(agent);
            claim(names, agent.name(), agent.name(), file);
            for (String alias : agent.aliases()) {
                claim(names, alias, agent.name(), file);
            }
        }
        if (agents.isEmpty()) {
            throw new ConfigException("no agents/*.yaml in " + folder.resolve("."));
        }
        agents.forEach(agent -> requireKnown(agent, names));
        List<String> outOfScope = folder.readIfPresent("routing/out-of-scope.yaml", OutOfScope.class)
                .map(OutOfScope::examples)
                .orElse(List.of());
        return new AgentCatalog(agents, outOfScope);
    }

    private static void claim(Map<String, String> names, String alias, String agent, String file) {
        // as the mention parser reads them
        String other = names.putIfAbsent(alias.toLowerCase(Locale.ROOT), agent);
        if (other != null && !other.equals(agent)) {
            throw new ConfigException(file + ": alias '" + alias + "' already belongs to agent " + other);
        }
    }

    private static void requireKnown(AgentDefinition agent, Map<String, String> names) {
        String standIn = agent.standIn();
        if (standIn != null && !standIn.equals(names.get(standIn))) {
            throw new ConfigException(
                    "agent " + agent.name() + ": standIn is '" + standIn + "', which is no agent's name");
        }
    }

    public Optional<AgentDefinition> find(String name) {
        return agents.stream().filter(agent -> agent.name().equals(name)).findFirst();
    }

    record OutOfScope(List<String> examples) {}
}
