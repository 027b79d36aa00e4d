package bangban.runtime.agent;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The agents of this build by name. */
public final class AgentRegistry {

    private final Map<String, Agent> agents;

    /** @throws IllegalStateException where two agents have one name */
    public AgentRegistry(Collection<? extends Agent> agents) {
        this.agents = agents.stream().collect(Collectors.toUnmodifiableMap(Agent::name, Function.identity()));
    }

    public Optional<Agent> find(String name) {
        return Optional.ofNullable(agents.get(name));
    }

    public boolean holds(String name) {
        return agents.containsKey(name);
    }
}
