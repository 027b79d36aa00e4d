package bangban.agents.general;

import bangban.config.prompts.PromptCatalog;
import bangban.language.sentence.Language;
import bangban.runtime.agent.Question;
import bangban.runtime.agent.TurnContext;
import bangban.runtime.error.PlatformException;
import bangban.runtime.model.ModelGateway;
import bangban.runtime.model.ModelRole;
import bangban.runtime.model.ModelStream;
import bangban.runtime.verify.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.stereotype.Component;

/** What a language model knows from itself, said sentence by sentence as it comes. */
@Component
final class GeneralKnowledge {

    private static final Logger LOG = LoggerFactory.getLogger(GeneralKnowledge.class);
    private static final String PROMPT = "general";
    private static final String DELIMITER = "delimiter";
    private static final String LANGUAGE = "language";
    private static final String TODAY = "today";
    private static final int REMEMBERED = 3;
    private static final int LONGEST_MEMORY = 2_000;

    private final ModelGateway models;
    private final PromptCatalog prompts;

    /** @throws bangban.config.ConfigException where the prompt cannot be used, or is missing where a model would need it */
    GeneralKnowledge(ModelGateway models, PromptCatalog prompts) {
        this.models = models;
        this.prompts = prompts;
        if (models.serves(ModelRole.WRITER) || prompts.prompts().containsKey(PROMPT)) {
            prompts.require(PROMPT).holding(Set.of(DELIMITER), Set.of(LANGUAGE, TODAY));
        }
    }

    /** How it went. */
    enum Outcome {
        /** No model is configured. */
        NO_MODEL,
        ANSWERED,
        /** The answer reached the limit of its length. */
        CUT_SHORT,
        /** The model broke off when something had been said. */
        BROKEN_OFF,
        /** The model failed before anything was said. */
        FAILED,
        /** The turn was told to end. */
        STOPPED
    }

    /** Whether a model is configured; it may be down all the same. */
    boolean isAvailable() {
        return models.serves(ModelRole.WRITER);
    }

    Outcome answer(TurnContext turn) {
        if (!isAvailable()) {
            return Outcome.NO_MODEL;
        }
        try (ModelStream stream =
                models.stream(ModelRole.WRITER, prompt(turn.question())).orElseThrow()) {
            return said(turn, stream);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.STOPPED;
        }
    }

    private static Outcome said(TurnContext turn, ModelStream stream) throws InterruptedException {
        SentenceBuffer sentences = new SentenceBuffer();
        boolean spoken = false;
        try {
            for (Optional<String> next = stream.next(); next.isPresent(); next = stream.next()) {
                spoken |= say(turn, sentences.accept(next.get()));
            }
        } catch (PlatformException e) {
            LOG.warn("the model did not finish an answer: {}, {}", e.code().wire(), e.getMessage());
            spoken |= say(turn, sentences.rest());
            return spoken ? Outcome.BROKEN_OFF : Outcome.FAILED;
        }
        spoken |= say(turn, sentences.rest());
        if (!spoken) {
            LOG.warn("nothing of what the model wrote could be said");
            return Outcome.FAILED;
        }
        return stream.isCut() ? Outcome.CUT_SHORT : Outcome.ANSWERED;
    }

    private static boolean say(TurnContext turn, List<String> sentences) {
        boolean spoken = false;
        for (String sentence : sentences) {
            Statement statement = Statement.unsourced(sentence);
            spoken |= !statement.text().isBlank() && turn.say(statement);
        }
        return spoken;
    }

    private Prompt prompt(Question question) {
        String delimiter = "=====" + UUID.randomUUID() + "=====";
        boolean chinese = question.language() == Language.CHINESE;
        List<Message> messages = new ArrayList<>();
        messages.add(new SystemMessage(prompts.require(PROMPT)
                .filled(Map.of(
                        DELIMITER,
                        delimiter,
                        LANGUAGE,
                        chinese ? "中文" : "英文（English）",
                        TODAY,
                        question.today().toString()))));
        for (Question.Exchange exchange : remembered(question)) {
            messages.add(new UserMessage(delimited(shortened(exchange.question()), delimiter)));
            messages.add(new AssistantMessage(shortened(exchange.answer())));
        }
        messages.add(new UserMessage(delimited(question.text(), delimiter)));
        return new Prompt(messages);
    }

    /** Only what was a model's from its first word on: what documents say is not sent to a model that may be elsewhere. */
    private static List<Question.Exchange> remembered(Question question) {
        List<Question.Exchange> own = question.history().stream()
                .flatMap(exchange -> withoutLabel(exchange).stream())
                .toList();
        return own.subList(Math.max(0, own.size() - REMEMBERED), own.size());
    }

    private static Optional<Question.Exchange> withoutLabel(Question.Exchange exchange) {
        for (Language language : Language.values()) {
            String label = Statement.Unsourced.label(language);
            if (exchange.agent().equals(PROMPT) && exchange.answer().startsWith(label)) {
                String answer = exchange.answer().substring(label.length()).strip();
                return Optional.of(new Question.Exchange(exchange.question(), exchange.agent(), answer));
            }
        }
        return Optional.empty();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_MEMORY ? text : text.substring(0, LONGEST_MEMORY);
    }

    private static String delimited(String text, String delimiter) {
        return delimiter + "\n" + text + "\n" + delimiter;
    }
}
