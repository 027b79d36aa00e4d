package bangban.web.agents;

import bangban.config.LocalText;
import bangban.config.agents.AgentCatalog;
import bangban.config.agents.AgentDefinition;
import bangban.runtime.agent.AgentRegistry;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The agents as configured, and whether this build holds them. */
@RestController
class AgentsController {

    private final AgentCatalog catalog;
    private final AgentRegistry registry;

    AgentsController(AgentCatalog catalog, AgentRegistry registry) {
        this.catalog = catalog;
        this.registry = registry;
    }

    record AgentJson(
            String name,
            LocalText title,
            LocalText description,
            boolean installed,
            Map<String, List<String>> suggestions) {}

    record AgentsJson(List<AgentJson> items) {}

    @GetMapping("/api/agents")
    AgentsJson list() {
        return new AgentsJson(catalog.agents().stream().map(this::json).toList());
    }

    private AgentJson json(AgentDefinition agent) {
        return new AgentJson(
                agent.name(), agent.title(), agent.description(), registry.holds(agent.name()), agent.suggestions());
    }
}
