package bangban.runtime.turn;

import bangban.config.agents.AgentCatalog;
import bangban.config.agents.AgentDefinition;
import bangban.language.sentence.Language;
import bangban.runtime.agent.Agent;
import bangban.runtime.agent.AgentRegistry;
import bangban.runtime.agent.Clarification;
import bangban.runtime.agent.Notice;
import bangban.runtime.agent.Question;
import bangban.runtime.agent.TurnContext;
import bangban.runtime.route.RoutePlan;
import bangban.runtime.route.Router;
import bangban.runtime.route.Routing;
import bangban.runtime.turn.TurnEvent.PartStatus;
import bangban.runtime.turn.TurnEvent.PlannedPart;
import bangban.runtime.verify.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Routes a question and lets the agents of its plan answer, part by part. */
final class Orchestration {

    private final Router router;
    private final AgentCatalog catalog;
    private final AgentRegistry registry;

    Orchestration(Router router, AgentCatalog catalog, AgentRegistry registry) {
        this.router = router;
        this.catalog = catalog;
        this.registry = registry;
    }

    /**
     * Answers on the calling thread.
     *
     * @param chosen the agent that the asker chose, null for the router's choice
     * @param withFiles true where files came with a message of the session, this one or one before
     * @param log the turn's
     */
    void answer(Question question, @Nullable String chosen, boolean withFiles, TurnRun run, Consumer<TurnEvent> log) {
        Routing routing = route(question, chosen);
        switch (withFiles && chosen == null ? toTheFiles(question, routing) : routing) {
            case Routing.Routed routed -> runParts(question, routed.plan(), routed.confidence(), run, log);
            case Routing.Unclear unclear -> {
                log.accept(new TurnEvent.RouteDecided(List.of(), unclear.confidence()));
                run.part(0, question).clarify(whichAgent(question, unclear));
            }
            case Routing.OutOfScope out ->
                runParts(question, RoutePlan.single("general", question.text()), out.confidence(), run, log);
        }
    }

    private Routing route(Question question, @Nullable String chosen) {
        String previous = question.history().isEmpty()
                ? null
                : question.history().getLast().agent();
        return router.route(question.text(), chosen, previous);
    }

    /** What no agent is sure to be asked may be asked of the files, and what comes with files is not small talk. */
    private Routing toTheFiles(Question question, Routing routing) {
        Optional<AgentDefinition> reader = catalog.agents().stream()
                .filter(agent -> agent.readsFiles() && registry.holds(agent.name()))
                .findFirst();
        boolean goesThere = switch (routing) {
            case Routing.Unclear ignored -> true;
            case Routing.OutOfScope ignored -> true;
            case Routing.Routed routed -> !question.attachments().isEmpty() && routed.how() != Routing.How.MENTION;
        };
        return reader.filter(agent -> goesThere)
                .<Routing>map(agent ->
                        new Routing.Routed(RoutePlan.single(agent.name(), question.text()), 1, Routing.How.CLASSIFIED))
                .orElse(routing);
    }

    private Clarification whichAgent(Question question, Routing.Unclear unclear) {
        List<Clarification.Choice> choices = unclear.choices().stream()
                .flatMap(choice -> catalog.find(choice.agent()).stream())
                .map(agent ->
                        new Clarification.Choice(title(agent, question.language()), question.text(), agent.name()))
                .toList();
        return new Clarification(TurnPhrases.whichAgent(question.language()), choices);
    }

    private void runParts(Question question, RoutePlan plan, double confidence, TurnRun run, Consumer<TurnEvent> log) {
        log.accept(new TurnEvent.RouteDecided(
                plan.parts().stream()
                        .map(part -> new PlannedPart(part.agent(), part.request(), part.dependsOn()))
                        .toList(),
                confidence));
        for (int i = 0; i < plan.parts().size(); i++) {
            String name = plan.parts().get(i).agent();
            log.accept(new TurnEvent.PartStarted(i, name));
            TurnContext context =
                    run.part(i, question.asking(plan.parts().get(i).request()));
            if (i > 0) {
                log.accept(new TurnEvent.TextDelta(i, "\n\n"));
            }
            log.accept(new TurnEvent.PartFinished(i, runPart(context, name)));
        }
    }

    /** By the agent, else by the one that stands in for it, with a notice, else by saying that it is not installed. */
    private PartStatus runPart(TurnContext context, String name) {
        Optional<Agent> agent = registry.find(name);
        Optional<AgentDefinition> standIn = catalog.find(name)
                .map(AgentDefinition::standIn)
                .flatMap(catalog::find)
                .filter(definition -> registry.holds(definition.name()));
        Language language = context.question().language();
        if (agent.isPresent()) {
            agent.get().run(context);
            return PartStatus.FINISHED;
        }
        if (standIn.isEmpty()) {
            context.refuse(Statement.frame(TurnPhrases.notInstalled(language, title(name, language))));
            return PartStatus.FAILED;
        }
        String text = TurnPhrases.standsIn(language, title(name, language), title(standIn.get(), language));
        context.notice(new Notice(Notice.Level.WARNING, "agent-not-installed", text));
        registry.find(standIn.get().name()).orElseThrow().run(context);
        return PartStatus.FINISHED;
    }

    private String title(String agent, Language language) {
        return catalog.find(agent)
                .map(definition -> title(definition, language))
                .orElse(agent);
    }

    private static String title(AgentDefinition agent, Language language) {
        return language == Language.CHINESE
                ? agent.title().chinese()
                : agent.title().english();
    }
}
