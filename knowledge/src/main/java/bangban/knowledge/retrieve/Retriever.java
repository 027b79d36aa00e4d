package bangban.knowledge.retrieve;

import bangban.knowledge.chunk.Passage;
import bangban.knowledge.chunk.PassageUnit;
import bangban.knowledge.index.PassageIndex;
import bangban.knowledge.index.PassageIndex.Filter;
import bangban.knowledge.index.PassageIndex.Hit;
import bangban.knowledge.index.PassageIndex.WordQuery;
import bangban.knowledge.place.Reader;
import bangban.language.analyze.TermAnalyzer;
import bangban.language.encode.TextEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Question to passages: word search and meaning search side by side, fused, then rescored by a {@link RankingModel}. Safe for use by
 * many threads.
 */
public final class Retriever {

    private static final int LIST = 100;
    private static final int CANDIDATES = 100;
    private static final Fusion FUSION = new StandardScoreFusion(0.6);

    private final PassageIndex index;
    private final TextEncoder encoder;
    private final TermAnalyzer analyzer;
    private final Synonyms synonyms;
    private final QuestionAdapter adapter;
    private final RankingModel model;

    /** With what was learned for this encoder. */
    public Retriever(PassageIndex index, TextEncoder encoder, TermAnalyzer analyzer, Synonyms synonyms) {
        this(index, encoder, analyzer, synonyms, QuestionAdapter.standard(encoder), RankingModel.DEFAULT);
    }

    public Retriever(
            PassageIndex index,
            TextEncoder encoder,
            TermAnalyzer analyzer,
            Synonyms synonyms,
            QuestionAdapter adapter,
            RankingModel model) {
        this.index = index;
        this.encoder = encoder;
        this.analyzer = analyzer;
        this.synonyms = synonyms;
        this.adapter = adapter;
        this.model = model;
    }

    /** What this reader may see that fits best; what copies say under one title is given once. An empty question finds nothing. */
    public SearchResult search(SearchRequest request, Reader reader) {
        long start = System.nanoTime();
        List<Candidate> candidates = candidates(request, reader);
        List<Candidate> ranked = candidates.stream()
                .sorted(Comparator.<Candidate>comparingDouble(candidate -> -model.score(candidate.features()))
                        .thenComparing(candidate -> candidate.passage().id()))
                .toList();
        PairCoverage coverage = coverage(request.text());
        List<FoundPassage> found = new ArrayList<>();
        Copies copies = new Copies();
        for (Candidate candidate : ranked) {
            if (found.size() < request.k() && copies.isNew(candidate.passage())) {
                found.add(found(candidate, coverage));
            }
        }
        int documents = index.documents(filter(request, reader));
        return new SearchResult(found, documents, candidates.size(), Duration.ofNanos(System.nanoTime() - start));
    }

    /** The first stage's passages with their features, unordered; for tuning and for explaining a result. */
    public List<Candidate> candidates(SearchRequest request, Reader reader) {
        if (request.text().isBlank()) {
            return List.of();
        }
        Filter filter = filter(request, reader);
        Question question = Question.read(request.text(), analyzer, synonyms);
        int depth = Math.max(LIST, request.k());
        CompletableFuture<List<Hit>> words = CompletableFuture.supplyAsync(
                () -> index.byWords(new WordQuery(question.text(), question.also()), filter, depth),
                task -> Thread.ofVirtual().name("word-search").start(task));
        QuestionVector vector = QuestionVector.of(encoder.encode(question.text()), adapter);
        List<Hit> meaning = index.byMeaning(vector.adapted(), filter, depth);
        return Candidates.of(
                question, vector, joined(words), meaning, FUSION, Math.max(CANDIDATES, request.k()), index, analyzer);
    }

    private static List<Hit> joined(CompletableFuture<List<Hit>> words) {
        try {
            return words.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** How much of this text another one covers; rarity is that of the whole index, which tells nothing of any passage. */
    public PairCoverage coverage(String text) {
        List<String> pairs = Question.read(text, analyzer, Synonyms.NONE).pairs();
        return new PairCoverage(pairs, index.rarities(pairs));
    }

    private FoundPassage found(Candidate candidate, PairCoverage coverage) {
        return new FoundPassage(
                candidate.passage(),
                model.score(candidate.features()),
                candidate.wordScore(),
                candidate.cosine(),
                candidate.features().getOrDefault(Feature.COVERAGE, 0.0),
                bestUnit(candidate.passage(), coverage));
    }

    private static int bestUnit(Passage passage, PairCoverage coverage) {
        int best = -1;
        double most = -1;
        for (int i = 0; i < passage.units().size(); i++) {
            PassageUnit unit = passage.units().get(i);
            int from =
                    Math.clamp(unit.start() - passage.start(), 0, passage.text().length());
            int to = Math.clamp(
                    unit.end() - passage.start(), from, passage.text().length());
            double covered = coverage.of(passage.text().substring(from, to));
            if (covered > most) {
                most = covered;
                best = i;
            }
        }
        return best;
    }

    private static Filter filter(SearchRequest request, Reader reader) {
        return new Filter(reader, request.asOf(), request.documentIds(), request.domains(), request.tags());
    }
}
