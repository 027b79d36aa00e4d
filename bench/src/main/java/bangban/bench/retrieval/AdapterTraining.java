package bangban.bench.retrieval;

import bangban.bench.Arguments;
import bangban.bench.learn.AdapterExamples;
import bangban.bench.learn.AdapterLearner;
import bangban.knowledge.retrieve.QuestionAdapter;
import bangban.language.encode.OnnxTextEncoder;
import bangban.language.encode.TextEncoder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.util.VectorUtil;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code bench retrieval-adapt}: learns the question adapter from several sets together, and says by cross-validation what it is worth
 * to search by meaning alone on questions that it was not learned from, for each set.
 */
public final class AdapterTraining {

    private static final Set<String> OPTIONS = Set.of("sets", "cache", "out");
    private static final int FOLDS = 5;
    private static final int DEPTH = 10;

    private AdapterTraining() {}

    /** Writes {@code --out}, where given, and prints for each set {"plain", "adapted"} as the last line. */
    public static void run(List<String> args, PrintStream out) throws IOException {
        Arguments arguments = Arguments.parse(args.toArray(String[]::new), OPTIONS);
        List<String> names = List.of(arguments
                .get("sets")
                .orElseThrow(() -> new IllegalArgumentException("--sets DIR[:WEIGHT],… is missing"))
                .split(","));
        VectorCache cache = new VectorCache(arguments.get("cache").map(Path::of));
        try (TextEncoder encoder = new OnnxTextEncoder()) {
            List<AdapterExamples> sets = new ArrayList<>();
            for (String name : names) {
                sets.add(AdapterSet.read(name, encoder, cache));
            }
            String model = QuestionAdapter.model(encoder);
            out.println(JsonMapper.shared().writeValueAsString(figures(names, sets, model)));
            if (arguments.get("out").isPresent()) {
                QuestionAdapter learned = AdapterLearner.STANDARD.learn(model, sets);
                Files.write(Path.of(arguments.get("out").get()), learned.bytes());
            }
        }
    }

    private static Map<String, Object> figures(List<String> names, List<AdapterExamples> sets, String model) {
        List<Folds> folds = sets.stream()
                .map(set -> Folds.of(set.questions().size(), FOLDS))
                .toList();
        List<RankingFigures> plain =
                names.stream().map(name -> new RankingFigures()).toList();
        List<RankingFigures> adapted =
                names.stream().map(name -> new RankingFigures()).toList();
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            QuestionAdapter adapter = AdapterLearner.STANDARD.learn(
                    model,
                    IntStream.range(0, sets.size())
                            .mapToObj(i -> sets.get(i).without(folds.get(i).held(held)))
                            .toList());
            for (int i = 0; i < sets.size(); i++) {
                AdapterExamples unseen = sets.get(i).only(folds.get(i).held(fold));
                add(plain.get(i), unseen, QuestionAdapter.NONE);
                add(adapted.get(i), unseen, adapter);
            }
            System.err.println("fold " + (fold + 1) + " of " + FOLDS);
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            figures.put(
                    names.get(i),
                    Map.of(
                            "plain",
                            plain.get(i).means(),
                            "adapted",
                            adapted.get(i).means()));
        }
        return figures;
    }

    private static void add(RankingFigures figures, AdapterExamples examples, QuestionAdapter adapter) {
        for (int i = 0; i < examples.questions().size(); i++) {
            float[] question = adapter.adapt(examples.questions().get(i));
            double[] cosines = examples.passages().stream()
                    .mapToDouble(passage -> VectorUtil.dotProduct(question, passage))
                    .toArray();
            List<String> nearest = IntStream.range(0, cosines.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(row -> -cosines[row]))
                    .limit(DEPTH)
                    .map(String::valueOf)
                    .toList();
            figures.add(
                    nearest, examples.relevant().get(i).stream().collect(Collectors.toMap(String::valueOf, row -> 1)));
        }
    }
}
