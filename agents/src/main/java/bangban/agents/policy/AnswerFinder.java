package bangban.agents.policy;

import bangban.knowledge.retrieve.Synonyms;
import bangban.language.analyze.TermAnalyzer;
import bangban.language.encode.EncodedText;
import bangban.language.encode.Reranker;
import bangban.language.encode.TextEncoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Ranks the sentences of the passages found by how well each answers the question. */
final class AnswerFinder {

    /** Sentences compared by meaning; the encoder takes about 3 ms each. */
    private static final int COMPARED = 28;

    private final PolicyLibrary library;
    private final TermAnalyzer analyzer;
    private final TextEncoder encoder;
    private final Reranker reranker;
    private final Synonyms synonyms;
    private final Alternatives alternatives;

    AnswerFinder(
            PolicyLibrary library,
            TermAnalyzer analyzer,
            TextEncoder encoder,
            Reranker reranker,
            Synonyms synonyms,
            Alternatives alternatives) {
        this.library = library;
        this.analyzer = analyzer;
        this.encoder = encoder;
        this.reranker = reranker;
        this.synonyms = synonyms;
        this.alternatives = alternatives;
    }

    QuestionWeights weights(PolicyRequest request, List<FoundText> found) {
        Set<String> pool = new LinkedHashSet<>();
        found.forEach(text -> {
            pool.add(TermWeights.normal(String.join(" ", text.passage().path())));
            text.passage()
                    .units()
                    .forEach(unit -> pool.add(TermWeights.normal(Candidates.textOf(text.passage(), unit))));
        });
        TermWeights asked = TermWeights.of(request.query(), request.focus(), pool, analyzer, synonyms);
        return request.chinese().isEmpty()
                ? new QuestionWeights(asked, null)
                : new QuestionWeights(asked, TermWeights.of(request.chinese(), "", pool, analyzer, synonyms));
    }

    /** The candidates that may answer, the best first; empty where nothing was found. */
    List<Scored> rank(
            PolicyRequest request, List<FoundText> found, QuestionWeights weights, Applicability applicability) {
        Signals signals = new Signals(request, weights, library, applicability, alternatives).knowing(found);
        double best = found.isEmpty() ? 0 : found.getFirst().score();
        List<Scored> lexical = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            FoundText text = found.get(i);
            for (Candidate candidate : Candidates.of(text.document(), text.passage(), i)) {
                lexical.add(new Scored(candidate, signals.of(candidate, text, best)));
            }
        }
        lexical.sort(Comparator.comparingDouble(Scored::score).reversed());
        List<Scored> compared = compare(request, weights, lexical.subList(0, Math.min(COMPARED, lexical.size())));
        compared.sort(Comparator.comparingDouble(Scored::score).reversed());
        return compared;
    }

    private List<Scored> compare(PolicyRequest request, QuestionWeights weights, List<Scored> lexical) {
        List<String> texts = new ArrayList<>();
        texts.add(request.query());
        texts.add(request.chinese().isEmpty() ? synonyms.rewritten(request.query()) : request.chinese());
        lexical.forEach(scored -> texts.add(meaning(scored.candidate())));
        List<String> units = lexical.stream()
                .map(scored -> unit(scored.candidate()))
                .distinct()
                .toList();
        texts.addAll(units);
        List<EncodedText> encoded = encoder.encodeTokens(texts);
        List<float[]> vectors = encoded.stream().map(EncodedText::vector).toList();
        TermWeights rewritten = weights.chinese() == null ? weights.asked() : weights.chinese();
        List<TokenMatch> matches = new ArrayList<>();
        matches.add(new TokenMatch(texts.get(0), encoded.get(0), weights.asked()));
        if (!texts.get(1).equals(texts.get(0))) {
            matches.add(new TokenMatch(texts.get(1), encoded.get(1), rewritten));
        }
        List<Double> read = read(request, texts.subList(2, 2 + lexical.size()));
        List<Scored> compared = new ArrayList<>();
        for (int i = 0; i < lexical.size(); i++) {
            Candidate candidate = lexical.get(i).candidate();
            int unit = 2 + lexical.size() + units.indexOf(unit(candidate));
            int own = texts.get(2 + i).length() - candidate.text().length();
            EncodedText sentence = encoded.get(2 + i);
            TokenMatch.Closest closest = matches.stream()
                    .map(match -> match.with(sentence, own))
                    .reduce(TokenMatch.Closest.NONE, TokenMatch.Closest::or);
            compared.add(lexical.get(i)
                    .with(Map.of(
                            Signal.MEANING, similarity(vectors, 2 + i),
                            Signal.UNIT_MEANING, similarity(vectors, unit),
                            Signal.TOKENS, closest.all(),
                            Signal.OWN_TOKENS, closest.own(),
                            Signal.READ, read.get(i))));
        }
        return compared;
    }

    /** In the language of the question that fits each text better. */
    private List<Double> read(PolicyRequest request, List<String> texts) {
        List<Double> asked = reranker.scores(request.query(), texts);
        if (request.chinese().isEmpty()) {
            return asked;
        }
        List<Double> chinese = reranker.scores(request.chinese(), texts);
        return IntStream.range(0, texts.size())
                .mapToObj(i -> Math.max(asked.get(i), chinese.get(i)))
                .toList();
    }

    static String meaning(Candidate candidate) {
        List<String> path = candidate.passage().path();
        String heading = path.isEmpty() ? "" : path.getLast();
        return candidate.document().title() + " " + heading + " " + candidate.leadIn() + candidate.text();
    }

    private static String unit(Candidate candidate) {
        return candidate.document().title() + " " + candidate.leadIn()
                + Candidates.textOf(candidate.passage(), candidate.unit());
    }

    /** With the question in the language that is closer; the first two vectors are the question's. */
    private static double similarity(List<float[]> vectors, int text) {
        return Math.max(
                TextEncoder.cosine(vectors.get(0), vectors.get(text)),
                TextEncoder.cosine(vectors.get(1), vectors.get(text)));
    }
}
