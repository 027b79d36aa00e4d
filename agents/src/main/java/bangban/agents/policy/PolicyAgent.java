package bangban.agents.policy;

import bangban.config.ConfigFolder;
import bangban.knowledge.place.Reader;
import bangban.knowledge.retrieve.Synonyms;
import bangban.language.analyze.TermAnalyzer;
import bangban.language.encode.TextEncoder;
import bangban.runtime.agent.Agent;
import bangban.runtime.agent.Effect;
import bangban.runtime.agent.TurnContext;
import bangban.runtime.identity.Principal;
import bangban.runtime.identity.Role;
import org.springframework.stereotype.Component;

/** Answers questions about rules: understand, search, find the sentence that answers, say it with its clause. */
@Component
final class PolicyAgent implements Agent {

    private final Understanding understanding;
    private final PolicyLibrary library;
    private final AnswerFinder finder;
    private final Precedence precedence;

    PolicyAgent(
            ConfigFolder config, PolicyLibrary library, TermAnalyzer analyzer, TextEncoder encoder, Synonyms synonyms) {
        this.understanding = new Understanding(EnglishLexicon.load(config));
        this.library = library;
        this.finder = new AnswerFinder(library, analyzer, encoder, synonyms);
        this.precedence = new Precedence(library, encoder);
    }

    @Override
    public String name() {
        return "policy";
    }

    @Override
    public void run(TurnContext turn) {
        PolicyRequest request = understanding.understand(turn.question());
        Reader reader = reader(turn.question().asker());
        PolicyLibrary.Found found = turn.call(
                "knowledge.search", Effect.READ, () -> library.search(request.search(), request.day(), reader));
        turn.searched(found.documents(), found.texts().size());
        QuestionWeights weights = finder.weights(request, found.texts());
        Answer answer = AnswerSelector.select(
                request, finder.rank(request, found.texts(), weights), new HeadlineFinder(request, weights));
        Ruling ruling = answer instanceof Answer.Given given
                ? precedence.rule(given.best().candidate(), request, reader)
                : new Ruling.Undisputed();
        new Composer(turn, request).say(answer, ruling);
    }

    private static Reader reader(Principal asker) {
        return new Reader(asker.user(), asker.org(), asker.clearance(), asker.has(Role.ADMIN));
    }
}
