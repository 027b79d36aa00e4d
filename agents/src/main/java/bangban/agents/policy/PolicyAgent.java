package bangban.agents.policy;

import bangban.knowledge.place.Reader;
import bangban.language.encode.TextEncoder;
import bangban.runtime.agent.Agent;
import bangban.runtime.agent.Effect;
import bangban.runtime.agent.TurnContext;
import org.springframework.stereotype.Component;

/** Answers questions about rules: understand, search, find the sentence that answers, say it with its clause. */
@Component
final class PolicyAgent implements Agent {

    private final PolicyRanking ranking;
    private final Precedence precedence;

    PolicyAgent(PolicyRanking ranking, PolicyLibrary library, TextEncoder encoder) {
        this.ranking = ranking;
        this.precedence = new Precedence(library, encoder);
    }

    @Override
    public String name() {
        return "policy";
    }

    @Override
    public void run(TurnContext turn) {
        PolicyRequest request = ranking.understand(turn.question());
        Reader reader = PolicyRanking.reader(turn.question().asker());
        PolicyLibrary.Found found = turn.call("knowledge.search", Effect.READ, () -> ranking.search(request, reader));
        turn.searched(found.documents(), found.texts().size());
        Applicability applicability = new Applicability(reader.org(), request.question());
        PolicyRanking.Ranked ranked = ranking.rank(request, found, applicability);
        Answer answer = AnswerSelector.select(
                request.kind(), ranked.sentences(), new HeadlineFinder(request, ranked.weights()));
        Ruling ruling = answer instanceof Answer.Given given
                ? precedence.rule(given.best().candidate(), request, reader, applicability)
                : new Ruling.Undisputed();
        new Composer(turn, request, applicability).say(answer, ruling);
    }
}
