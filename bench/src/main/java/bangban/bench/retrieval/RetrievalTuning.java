package bangban.bench.retrieval;

import bangban.bench.Arguments;
import bangban.bench.learn.AdapterExamples;
import bangban.bench.learn.AdapterLearner;
import bangban.bench.learn.ListwiseLearner;
import bangban.bench.learn.Scale;
import bangban.knowledge.retrieve.Candidate;
import bangban.knowledge.retrieve.Feature;
import bangban.knowledge.retrieve.QuestionAdapter;
import bangban.knowledge.retrieve.RankingModel;
import bangban.knowledge.retrieve.Retriever;
import bangban.knowledge.retrieve.SearchRequest;
import bangban.knowledge.retrieve.Synonyms;
import bangban.language.analyze.TermAnalyzer;
import bangban.language.encode.OnnxTextEncoder;
import bangban.language.encode.TextEncoder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code bench retrieval-tune}: learns the ranking model's weights from a test set, and says what adapter and weights are worth on
 * questions that neither was learned from (nested cross-validation: the weights see each question only through an adapter that was
 * learned without it). CLAUSE, TITLE and CODE are left as they are.
 */
public final class RetrievalTuning {

    private static final Set<String> OPTIONS =
            Set.of("corpus", "queries", "qrels", "index", "with", "cache", "synonyms");
    private static final List<Feature> LEARNED = List.of(
            Feature.WORDS,
            Feature.MEANING,
            Feature.COVERAGE,
            Feature.SENTENCE,
            Feature.DOCUMENT,
            Feature.CLUSTER,
            Feature.LENGTH);
    private static final ListwiseLearner LEARNER = new ListwiseLearner(ListwiseLearner.Target.ALL, 0.02, 300, 0.1);
    private static final int FOLDS = 5;

    private final TestSet set;
    private final TestIndex index;
    private final TextEncoder encoder;
    private final TermAnalyzer analyzer;
    private final Synonyms synonyms;
    private final AdapterExamples asked;
    private final List<AdapterExamples> others;
    private final Folds folds;
    private final Map<Set<Integer>, QuestionAdapter> adapters = new HashMap<>();

    private RetrievalTuning(
            TestSet set,
            TestIndex index,
            TextEncoder encoder,
            TermAnalyzer analyzer,
            Synonyms synonyms,
            AdapterExamples asked,
            List<AdapterExamples> others) {
        this.set = set;
        this.index = index;
        this.encoder = encoder;
        this.analyzer = analyzer;
        this.synonyms = synonyms;
        this.asked = asked;
        this.others = others;
        this.folds = Folds.of(set.queries().size(), FOLDS);
    }

    /**
     * Prints {"cross_validated", "weights"} as the last line.
     *
     * @param synonyms the file used where none is named
     */
    public static void run(String[] args, Path synonyms, PrintStream out) throws IOException {
        Arguments arguments = Arguments.parse(args, OPTIONS);
        String kind = arguments.get("index").orElse("lucene");
        TestSet set = TestSet.read(arguments.file("corpus"), arguments.file("queries"), arguments.file("qrels"));
        TermAnalyzer analyzer = new TermAnalyzer();
        VectorCache cache = new VectorCache(arguments.get("cache").map(Path::of));
        Path lexicon = arguments.get("synonyms").map(Path::of).orElse(synonyms);
        try (TextEncoder encoder = new OnnxTextEncoder();
                TestIndex index = new TestIndex(kind, set.corpus(), encoder, analyzer, cache)) {
            List<AdapterExamples> others = new ArrayList<>();
            for (String named : arguments.get("with").orElse("").split(",")) {
                if (!named.isBlank()) {
                    others.add(AdapterSet.read(named, encoder, cache));
                }
            }
            AdapterExamples asked = AdapterSet.of(set, encoder, cache, 1);
            RetrievalTuning tuning = new RetrievalTuning(
                    set, index, encoder, analyzer, RetrievalEvaluation.read(lexicon), asked, others);
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("cross_validated", tuning.crossValidated());
            figures.put("weights", named(learn(tuning.cases(Set.of()))));
            out.println(JsonMapper.shared().writeValueAsString(figures));
        }
    }

    private Map<String, Double> crossValidated() {
        RankingFigures figures = new RankingFigures();
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Case> known = cases(Set.of(fold));
            double[] weights = learn(known);
            for (int query : folds.held(fold)) {
                Case unseen = read(query, adapter(Set.of(fold)));
                figures.add(unseen.ranked(weights), unseen.relevant());
            }
            System.err.println("fold " + (fold + 1) + " of " + FOLDS);
        }
        return figures.means();
    }

    /** The questions of all other folds, each read with an adapter that knows neither these folds nor the question's own. */
    private List<Case> cases(Set<Integer> withoutFolds) {
        List<Case> cases = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            if (!withoutFolds.contains(fold)) {
                Set<Integer> unknown = new TreeSet<>(withoutFolds);
                unknown.add(fold);
                folds.held(fold).forEach(query -> cases.add(read(query, adapter(unknown))));
            }
        }
        return cases;
    }

    private QuestionAdapter adapter(Set<Integer> withoutFolds) {
        return adapters.computeIfAbsent(withoutFolds, unknown -> {
            List<Integer> left =
                    unknown.stream().flatMap(fold -> folds.held(fold).stream()).toList();
            List<AdapterExamples> sets = new ArrayList<>(others);
            sets.add(asked.without(left));
            return AdapterLearner.STANDARD.learn(QuestionAdapter.model(encoder), sets);
        });
    }

    private Case read(int query, QuestionAdapter adapter) {
        Retriever retriever = new Retriever(index.index(), encoder, analyzer, synonyms, adapter, RankingModel.DEFAULT);
        TestSet.Row row = set.queries().get(query);
        List<Candidate> candidates =
                retriever.candidates(new SearchRequest(row.text(), TestIndex.TODAY, 10), TestIndex.EVERYONE);
        List<String> rows = candidates.stream()
                .map(candidate -> index.row(candidate.passage()))
                .toList();
        Map<String, Integer> relevant = set.relevant().getOrDefault(row.id(), Map.of());
        double[][] features = new double[rows.size()][];
        boolean[] right = new boolean[rows.size()];
        for (int i = 0; i < features.length; i++) {
            Map<Feature, Double> seen = candidates.get(i).features();
            features[i] = LEARNED.stream()
                    .mapToDouble(feature -> seen.getOrDefault(feature, 0.0))
                    .toArray();
            right[i] = relevant.containsKey(rows.get(i));
        }
        return new Case(rows, new ListwiseLearner.Example(features, right), relevant);
    }

    private record Case(List<String> rows, ListwiseLearner.Example example, Map<String, Integer> relevant) {

        List<String> ranked(double[] weights) {
            return IntStream.range(0, rows.size())
                    .boxed()
                    .sorted((a, b) -> Double.compare(
                            ListwiseLearner.score(example.features()[b], weights),
                            ListwiseLearner.score(example.features()[a], weights)))
                    .map(rows::get)
                    .toList();
        }
    }

    private static double[] learn(List<Case> cases) {
        Scale scale = Scale.of(
                cases.stream()
                        .flatMap(one -> Arrays.stream(one.example().features()))
                        .toList(),
                LEARNED.size());
        List<ListwiseLearner.Example> scaled = cases.stream()
                .map(one -> new ListwiseLearner.Example(
                        scale.scaled(one.example().features()), one.example().relevant()))
                .toList();
        return scale.unscaled(LEARNER.learn(scaled, LEARNED.size()));
    }

    private static Map<String, Double> named(double[] weights) {
        Map<String, Double> named = new LinkedHashMap<>();
        for (int f = 0; f < weights.length; f++) {
            named.put(LEARNED.get(f).name(), Math.round(weights[f] * 1_000) / 1_000.0);
        }
        return named;
    }
}
