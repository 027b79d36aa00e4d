package bangban.agents.policy;

import bangban.knowledge.place.Reader;
import bangban.language.encode.TextEncoder;
import bangban.runtime.agent.Agent;
import bangban.runtime.agent.Effect;
import bangban.runtime.agent.Question;
import bangban.runtime.agent.TurnContext;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Answers questions about rules, and about files that come with a question: understand, search, find the sentence that answers, say it with its clause. */
@Component
final class PolicyAgent implements Agent {

    private final PolicyRanking ranking;
    private final Precedence precedence;
    private final PolicyLibrary library;

    PolicyAgent(PolicyRanking ranking, PolicyLibrary library, TextEncoder encoder) {
        this.ranking = ranking;
        this.library = library;
        this.precedence = new Precedence(library, encoder);
    }

    @Override
    public String name() {
        return "policy";
    }

    @Override
    public void run(TurnContext turn) {
        Question question = turn.question();
        Reader reader = PolicyRanking.reader(question);
        List<String> files = question.attachments().stream()
                .flatMap(file -> file.documentIds().stream())
                .toList();
        if (!files.isEmpty() && Overview.isAsked(question.text())) {
            List<OutlinedDocument> outlined =
                    turn.call("knowledge.outline", Effect.READ, () -> library.outlined(files, reader));
            turn.searched(outlined.size(), 0);
            new Overview(turn).say(outlined);
            return;
        }
        PolicyRequest request = ranking.understand(question);
        Applicability applicability = new Applicability(reader.org(), request.question());
        Composer composer = new Composer(turn, request, applicability);
        if (files.isEmpty()) {
            Answer answer = everywhere(turn, request, reader, applicability);
            composer.say(answer, ruling(answer, request, reader, applicability));
        } else {
            fromFiles(turn, Set.copyOf(files), request, reader, applicability, composer);
        }
    }

    /** From the files that came with the question; from all that may be read only where none of them answers, and then it is said so. */
    private void fromFiles(
            TurnContext turn,
            Set<String> files,
            PolicyRequest request,
            Reader reader,
            Applicability applicability,
            Composer composer) {
        PolicyLibrary.Found inFiles =
                turn.call("knowledge.search", Effect.READ, () -> ranking.searchIn(files, request, reader));
        Answer own = select(turn, request, inFiles, applicability);
        if (own instanceof Answer.Given) {
            composer.say(own, new Ruling.Undisputed());
            return;
        }
        switch (everywhere(turn, request, reader, applicability)) {
            case Answer.None ignored -> composer.nothing(own);
            case Answer.Given given -> {
                if (!files.contains(given.best().candidate().document().id())) {
                    composer.notInFiles();
                }
                composer.say(given, ruling(given, request, reader, applicability));
            }
        }
    }

    private Answer everywhere(TurnContext turn, PolicyRequest request, Reader reader, Applicability applicability) {
        PolicyLibrary.Found found = turn.call("knowledge.search", Effect.READ, () -> ranking.search(request, reader));
        return select(turn, request, found, applicability);
    }

    private Answer select(
            TurnContext turn, PolicyRequest request, PolicyLibrary.Found found, Applicability applicability) {
        turn.searched(found.documents(), found.texts().size());
        PolicyRanking.Ranked ranked = ranking.rank(request, found, applicability);
        return AnswerSelector.select(request.kind(), ranked.sentences(), new HeadlineFinder(request, ranked.weights()));
    }

    private Ruling ruling(Answer answer, PolicyRequest request, Reader reader, Applicability applicability) {
        return answer instanceof Answer.Given given
                ? precedence.rule(given.best().candidate(), request, reader, applicability)
                : new Ruling.Undisputed();
    }
}
