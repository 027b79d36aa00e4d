package bangban.agents.policy;

import bangban.config.ConfigFolder;
import bangban.knowledge.place.Reader;
import bangban.knowledge.retrieve.Synonyms;
import bangban.language.analyze.TermAnalyzer;
import bangban.language.encode.Reranker;
import bangban.language.encode.TextEncoder;
import bangban.runtime.agent.Question;
import bangban.runtime.identity.Principal;
import bangban.runtime.identity.Role;
import bangban.runtime.verify.Evidence;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Question to ranked sentences: what the agent answers from, and what its models are fitted on. */
@Component
public final class PolicyRanking {

    private final Understanding understanding;
    private final PolicyLibrary library;
    private final AnswerFinder finder;

    PolicyRanking(
            ConfigFolder config,
            PolicyLibrary library,
            TermAnalyzer analyzer,
            TextEncoder encoder,
            Reranker reranker,
            Synonyms synonyms) {
        this.understanding = new Understanding(EnglishLexicon.load(config));
        this.library = library;
        this.finder = new AnswerFinder(library, analyzer, encoder, reranker, synonyms, Alternatives.load(config));
    }

    /** @param weights of the question's terms among what was found */
    record Ranked(QuestionWeights weights, List<Scored> sentences) {}

    /**
     * A sentence that may answer, laid open.
     *
     * @param said with the words that lead to it
     * @param read what of it is compared with the question by meaning: title, heading and the sentence with its lead-in
     * @param signals by name; one that is not there is 0
     */
    public record Weighed(Evidence evidence, String said, String read, Map<String, Double> signals) {

        public Weighed {
            signals = Map.copyOf(signals);
        }
    }

    PolicyRequest understand(Question question) {
        return understanding.understand(question);
    }

    PolicyLibrary.Found search(PolicyRequest request, Reader reader) {
        return library.search(request.search(), request.day(), reader);
    }

    PolicyLibrary.Found searchIn(Set<String> documents, PolicyRequest request, Reader reader) {
        return library.searchIn(documents, request.search(), reader);
    }

    Ranked rank(PolicyRequest request, PolicyLibrary.Found found, Applicability applicability) {
        QuestionWeights weights = finder.weights(request, found.texts());
        return new Ranked(weights, finder.rank(request, found.texts(), weights, applicability));
    }

    /** The sentences as the agent would rank them for this question and asker, the best first. */
    public List<Weighed> weigh(Question question) {
        PolicyRequest request = understand(question);
        Reader reader = reader(question);
        Applicability applicability = new Applicability(reader.org(), request.question());
        return rank(request, search(request, reader), applicability).sentences().stream()
                .map(PolicyRanking::weighed)
                .toList();
    }

    private static Weighed weighed(Scored scored) {
        Candidate candidate = scored.candidate();
        List<Candidate> list = AnswerSelector.list(candidate);
        Map<String, Double> signals = new TreeMap<>();
        scored.signals().forEach((signal, value) -> signals.put(signal.name(), value));
        StringBuilder said = new StringBuilder(candidate.leadIn()).append(candidate.text());
        list.forEach(item -> said.append('\n').append(item.text()));
        return new Weighed(
                list.isEmpty() ? Evidences.of(candidate) : Evidences.ofList(candidate, list),
                said.toString(),
                AnswerFinder.meaning(candidate),
                signals);
    }

    /** The files of the passages that are found first for this question and asker, in order, each as often as it has passages there. */
    public List<String> files(Question question, int passages) {
        return search(understand(question), reader(question)).texts().stream()
                .limit(passages)
                .map(text -> text.document().file())
                .toList();
    }

    /** Who asks, within the session that they ask in. */
    static Reader reader(Question question) {
        Principal asker = question.asker();
        return new Reader(asker.user(), asker.org(), asker.clearance(), asker.has(Role.ADMIN), question.session());
    }
}
