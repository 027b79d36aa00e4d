package bangban.agents.general;

import bangban.config.agents.AgentCatalog;
import bangban.config.agents.AgentDefinition;
import bangban.language.sentence.Language;
import bangban.runtime.agent.Agent;
import bangban.runtime.agent.AgentRegistry;
import bangban.runtime.agent.Notice;
import bangban.runtime.agent.Question;
import bangban.runtime.agent.TurnContext;
import bangban.runtime.verify.Statement;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Greetings, thanks and questions about the platform. Everything else that reaches it is answered from the general knowledge of a
 * language model where one is configured, and declined where none is.
 */
@Component
final class GeneralAgent implements Agent {

    private final AgentCatalog catalog;
    private final ObjectProvider<AgentRegistry> registry;
    private final GeneralKnowledge knowledge;

    /** The registry holds this agent, so it is asked for only when a turn runs. */
    GeneralAgent(AgentCatalog catalog, ObjectProvider<AgentRegistry> registry, GeneralKnowledge knowledge) {
        this.catalog = catalog;
        this.registry = registry;
        this.knowledge = knowledge;
    }

    @Override
    public String name() {
        return "general";
    }

    @Override
    public void run(TurnContext turn) {
        Question question = turn.question();
        GeneralPhrases phrases = GeneralPhrases.in(question.language());
        boolean withModel = knowledge.isAvailable();
        switch (SmallTalk.of(question.text())) {
            case GREETING -> turn.say(Statement.frame(phrases.greeting()));
            case THANKS -> turn.say(Statement.frame(phrases.thanks()));
            case FAREWELL -> turn.say(Statement.frame(phrases.farewell()));
            case ACKNOWLEDGED -> turn.say(Statement.frame(phrases.acknowledged()));
            case PRIVACY -> turn.say(Statement.frame(phrases.privacy(withModel)));
            case UPLOAD -> turn.say(Statement.frame(phrases.upload()));
            case FEEDBACK -> turn.say(Statement.frame(phrases.feedback()));
            case PRAISE -> turn.say(Statement.frame(phrases.praise()));
            case IDENTITY -> turn.say(Statement.frame(phrases.identity(withModel)));
            case SOURCES -> turn.say(Statement.frame(phrases.sources(withModel)));
            case ABILITIES -> turn.say(Statement.frame(phrases.abilities(abilities(question.language()))));
            case OTHER -> other(turn, phrases);
        }
        turn.suggest(suggestions(question.language()));
    }

    private void other(TurnContext turn, GeneralPhrases phrases) {
        switch (knowledge.answer(turn)) {
            case NO_MODEL -> turn.refuse(Statement.frame(phrases.outOfScope()));
            case FAILED -> {
                turn.refuse(Statement.frame(phrases.outOfScope()));
                warn(turn, "model-unavailable", phrases.modelUnavailable());
            }
            case BROKEN_OFF -> warn(turn, "answer-cut-off", phrases.brokenOff());
            case CUT_SHORT -> warn(turn, "answer-cut-off", phrases.cutShort());
            case ANSWERED, STOPPED -> {}
        }
    }

    private static void warn(TurnContext turn, String code, String text) {
        turn.notice(new Notice(Notice.Level.WARNING, code, text));
    }

    private List<String> abilities(Language language) {
        return installed().stream()
                .map(agent ->
                        "- **" + text(agent.title().chinese(), agent.title().english(), language) + "** "
                                + text(
                                        agent.description().chinese(),
                                        agent.description().english(),
                                        language))
                .toList();
    }

    private List<String> suggestions(Language language) {
        String locale = text("zh-CN", "en", language);
        return installed().stream()
                .flatMap(agent -> agent.suggestions().getOrDefault(locale, List.of()).stream())
                .limit(3)
                .toList();
    }

    private List<AgentDefinition> installed() {
        AgentRegistry present = registry.getObject();
        return catalog.agents().stream()
                .filter(agent -> !agent.name().equals(name()) && present.holds(agent.name()))
                .toList();
    }

    private static String text(String chinese, String english, Language language) {
        return language == Language.CHINESE ? chinese : english;
    }
}
