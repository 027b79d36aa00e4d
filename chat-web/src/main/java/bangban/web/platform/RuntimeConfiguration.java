package bangban.web.platform;

import bangban.config.ConfigFolder;
import bangban.config.agents.AgentCatalog;
import bangban.config.prompts.PromptCatalog;
import bangban.language.encode.TextEncoder;
import bangban.runtime.agent.Agent;
import bangban.runtime.agent.AgentRegistry;
import bangban.runtime.audit.AuditLog;
import bangban.runtime.feedback.Feedbacks;
import bangban.runtime.identity.AccessTokens;
import bangban.runtime.identity.Accounts;
import bangban.runtime.identity.LoginThrottle;
import bangban.runtime.model.ModelEndpoint;
import bangban.runtime.model.ModelGateway;
import bangban.runtime.model.ModelLimits;
import bangban.runtime.route.RoutableAgent;
import bangban.runtime.route.Router;
import bangban.runtime.route.TrainingCache;
import bangban.runtime.session.Sessions;
import bangban.runtime.turn.EndKeepingTurnLog;
import bangban.runtime.turn.JdbcTurnLog;
import bangban.runtime.turn.TurnEngine;
import bangban.runtime.turn.TurnLog;
import bangban.web.start.DataFolder;
import bangban.web.start.ModelSettings;
import bangban.web.start.Settings;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The runtime's parts: identity, sessions, turns, language models. */
@Configuration(proxyBeanMethods = false)
class RuntimeConfiguration {

    /** Who says that something is out of scope. */
    private static final String FALLBACK_AGENT = "general";

    @Bean
    Accounts accounts(JdbcClient jdbc, Clock clock) {
        return new Accounts(jdbc, clock);
    }

    @Bean
    AccessTokens accessTokens(JdbcClient jdbc, Clock clock) {
        return new AccessTokens(jdbc, clock);
    }

    @Bean
    LoginThrottle loginThrottle(Clock clock) {
        return new LoginThrottle(clock);
    }

    @Bean
    AuditLog auditLog(JdbcClient jdbc, Clock clock) {
        return new AuditLog(jdbc, clock);
    }

    @Bean
    Sessions sessions(JdbcClient jdbc, Clock clock) {
        return new Sessions(jdbc, clock);
    }

    @Bean
    Feedbacks feedbacks(JdbcClient jdbc, Clock clock) {
        return new Feedbacks(jdbc, clock);
    }

    @Bean
    TurnLog turnLog(JdbcClient jdbc, Clock clock) {
        return new EndKeepingTurnLog(new JdbcTurnLog(jdbc, clock), clock);
    }

    @Bean
    ConfigFolder configFolder(Settings settings) {
        return new ConfigFolder(settings.config());
    }

    @Bean
    AgentCatalog agentCatalog(ConfigFolder folder) {
        return AgentCatalog.load(folder);
    }

    @Bean
    PromptCatalog promptCatalog(ConfigFolder folder) {
        return PromptCatalog.load(folder);
    }

    @Bean
    ModelGateway modelGateway(Settings settings) {
        ModelSettings model = settings.model();
        if (model == null) {
            return ModelGateway.none();
        }
        ModelLimits limits = ModelLimits.DEFAULTS.waiting(model.firstToken(), model.overall());
        return ModelGateway.to(new ModelEndpoint(model.url(), model.key(), model.name(), limits));
    }

    /** Agents come from whatever modules are on the class path; none is named here. */
    @Bean
    AgentRegistry agentRegistry(ObjectProvider<Agent> agents) {
        return new AgentRegistry(agents.orderedStream().toList());
    }

    @Bean
    Answering answering(
            JdbcClient jdbc,
            TurnLog log,
            Sessions sessions,
            AuditLog audit,
            AgentCatalog catalog,
            AgentRegistry registry,
            TextEncoder encoder,
            DataFolder folder,
            Clock clock) {
        return new Answering(() -> {
            Router router = router(catalog, encoder, folder);
            return new TurnEngine(jdbc, log, sessions, audit, router, catalog, registry, clock);
        });
    }

    private static Router router(AgentCatalog catalog, TextEncoder encoder, DataFolder folder) {
        List<RoutableAgent> agents = catalog.agents().stream()
                .map(agent -> new RoutableAgent(agent.name(), agent.aliases(), agent.examples()))
                .toList();
        return new Router(
                agents,
                catalog.outOfScope(),
                List.of(),
                FALLBACK_AGENT,
                encoder,
                TrainingCache.in(folder.folder("router")));
    }
}
