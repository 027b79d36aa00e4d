package bangban.bench.retrieval;

import bangban.bench.Arguments;
import bangban.bench.learn.ListwiseLearner;
import bangban.bench.learn.Scale;
import bangban.knowledge.retrieve.Candidate;
import bangban.knowledge.retrieve.Feature;
import bangban.knowledge.retrieve.RankingModel;
import bangban.knowledge.retrieve.Retriever;
import bangban.knowledge.retrieve.SearchRequest;
import bangban.language.analyze.TermAnalyzer;
import bangban.language.encode.OnnxTextEncoder;
import bangban.language.encode.TextEncoder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code bench retrieval-tune}: learns the ranking model's weights from a test set and says by cross-validation what they are worth on
 * queries they were not learned from. CLAUSE, TITLE and CODE are left as they are.
 */
public final class RetrievalTuning {

    private static final Set<String> OPTIONS = Set.of("corpus", "queries", "qrels", "cache", "synonyms");
    private static final List<Feature> LEARNED = List.of(
            Feature.WORDS, Feature.MEANING, Feature.COVERAGE, Feature.DOCUMENT, Feature.CLUSTER, Feature.LENGTH);
    private static final ListwiseLearner LEARNER = new ListwiseLearner(ListwiseLearner.Target.ALL, 0.02, 300, 0.1);
    private static final int FOLDS = 5;
    private static final int REPEATS = 3;

    private RetrievalTuning() {}

    /** Prints {"cross_validated_ndcg@10", "default_ndcg@10", "weights"} as the last line. */
    public static void run(String[] args, Path synonyms, PrintStream out) throws IOException {
        Arguments arguments = Arguments.parse(args, OPTIONS);
        TestSet set = TestSet.read(arguments.file("corpus"), arguments.file("queries"), arguments.file("qrels"));
        TermAnalyzer analyzer = new TermAnalyzer();
        Path lexicon = arguments.get("synonyms").map(Path::of).orElse(synonyms);
        try (TextEncoder encoder = new OnnxTextEncoder();
                TestIndex index = new TestIndex(
                        set.corpus(),
                        encoder,
                        analyzer,
                        new VectorCache(arguments.get("cache").map(Path::of)))) {
            Retriever retriever = new Retriever(
                    index.index(), encoder, analyzer, RetrievalEvaluation.read(lexicon), RankingModel.DEFAULT);
            List<Case> cases = set.queries().stream()
                    .map(query -> Case.of(query, set, retriever, index))
                    .toList();
            Scale scale = scale(cases);
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("cross_validated_ndcg@10", crossValidated(cases, scale));
            figures.put("default_ndcg@10", mean(cases, fixed()));
            figures.put("weights", named(learn(cases, scale)));
            out.println(JsonMapper.builder().build().writeValueAsString(figures));
        }
    }

    private record Case(List<String> rows, ListwiseLearner.Example example, Map<String, Integer> relevant) {

        static Case of(TestSet.Row query, TestSet set, Retriever retriever, TestIndex index) {
            List<Candidate> candidates =
                    retriever.candidates(new SearchRequest(query.text(), TestIndex.TODAY, 10), TestIndex.EVERYONE);
            Map<String, Integer> relevant = set.relevant().getOrDefault(query.id(), Map.of());
            List<String> rows = candidates.stream()
                    .map(candidate -> index.row(candidate.passage()))
                    .toList();
            double[][] features = new double[rows.size()][];
            boolean[] positive = new boolean[rows.size()];
            for (int i = 0; i < features.length; i++) {
                Candidate candidate = candidates.get(i);
                features[i] = LEARNED.stream()
                        .mapToDouble(feature -> candidate.features().getOrDefault(feature, 0.0))
                        .toArray();
                positive[i] = relevant.containsKey(rows.get(i));
            }
            return new Case(rows, new ListwiseLearner.Example(features, positive), relevant);
        }

        double ndcg(double[] weights) {
            List<String> ranked = IntStream.range(0, rows.size())
                    .boxed()
                    .sorted((a, b) -> Double.compare(
                            ListwiseLearner.score(example.features()[b], weights),
                            ListwiseLearner.score(example.features()[a], weights)))
                    .map(rows::get)
                    .toList();
            return RankingFigures.ndcg(ranked, relevant, 10);
        }
    }

    private static double crossValidated(List<Case> cases, Scale scale) {
        double sum = 0;
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            List<Case> shuffled = new ArrayList<>(cases);
            Collections.shuffle(shuffled, new Random(repeat));
            for (int fold = 0; fold < FOLDS; fold++) {
                int held = fold;
                List<Case> rest = IntStream.range(0, shuffled.size())
                        .filter(i -> i % FOLDS != held)
                        .mapToObj(shuffled::get)
                        .toList();
                double[] weights = learn(rest, scale);
                for (int i = held; i < shuffled.size(); i += FOLDS) {
                    sum += shuffled.get(i).ndcg(weights);
                }
            }
        }
        return Math.round(sum / (REPEATS * cases.size()) * 10_000) / 10_000.0;
    }

    private static double[] learn(List<Case> cases, Scale scale) {
        List<ListwiseLearner.Example> scaled = cases.stream()
                .map(one -> new ListwiseLearner.Example(
                        scale.scaled(one.example().features()), one.example().relevant()))
                .toList();
        return scale.unscaled(LEARNER.learn(scaled, LEARNED.size()));
    }

    private static Scale scale(List<Case> cases) {
        return Scale.of(
                cases.stream()
                        .flatMap(one -> Arrays.stream(one.example().features()))
                        .toList(),
                LEARNED.size());
    }

    private static double[] fixed() {
        return LEARNED.stream()
                .mapToDouble(feature -> RankingModel.DEFAULT.weights().getOrDefault(feature, 0.0))
                .toArray();
    }

    private static double mean(List<Case> cases, double[] weights) {
        return cases.stream().mapToDouble(one -> one.ndcg(weights)).average().orElse(0);
    }

    private static Map<String, Double> named(double[] weights) {
        Map<String, Double> named = new LinkedHashMap<>();
        for (int f = 0; f < weights.length; f++) {
            named.put(LEARNED.get(f).name(), Math.round(weights[f] * 1_000) / 1_000.0);
        }
        return named;
    }
}
