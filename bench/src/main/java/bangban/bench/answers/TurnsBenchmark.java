package bangban.bench.answers;

import bangban.bench.Arguments;
import bangban.knowledge.retrieve.SearchRequest;
import bangban.web.platform.Readers;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code bench turns}: whole turns of the policy agent over the demo enterprise, one at a time, from the question to the end of its log;
 * the search alone, by the same questions in the same run, is the baseline.
 */
public final class TurnsBenchmark {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
    private static final int WARM_UP = 30;

    private TurnsBenchmark() {}

    /**
     * Prints the figures as one JSON line, the last.
     *
     * @param config the folder with the demo enterprise
     * @param sets the folder with the question sets
     */
    public static void run(List<String> args, Path config, Path sets, PrintStream out)
            throws IOException, InterruptedException {
        Arguments given = Arguments.parse(args.toArray(String[]::new), Set.of("turns"));
        Arguments arguments = new Arguments(Map.of(
                "documents", config.resolve("demo/documents").toString(),
                "manifest", config.resolve("demo/manifest.jsonl").toString(),
                "users", sets.resolve("answers/users.json").toString(),
                "today", TODAY.toString()));
        long start = System.nanoTime();
        try (AnswerSet set = AnswerSet.open(arguments, sets.resolve("answers/dev.jsonl"))) {
            double added = (System.nanoTime() - start) / 1e9;
            List<Double> turns = new ArrayList<>();
            List<Double> searches = new ArrayList<>();
            int wanted = given.number("turns", set.cases().size());
            for (int i = -WARM_UP; i < wanted; i++) {
                AnswerCase asked = set.cases().get(Math.floorMod(i, set.cases().size()));
                double searched = search(set, asked);
                double turned = set.run().ask(asked).turn().took().toNanos() / 1e6;
                if (i >= 0) {
                    searches.add(searched);
                    turns.add(turned);
                }
            }
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("turns", turns.size());
            figures.put("start_and_documents_s", Math.round(added * 10) / 10.0);
            figures.put("turn_ms", percentiles(turns));
            figures.put("search_ms", percentiles(searches));
            out.println(JsonMapper.shared().writeValueAsString(figures));
        }
    }

    private static double search(AnswerSet set, AnswerCase asked) {
        long start = System.nanoTime();
        set.platform()
                .retriever()
                .search(
                        new SearchRequest(asked.question(), TODAY, 24),
                        Readers.of(set.run().asker(asked.asUser())));
        return (System.nanoTime() - start) / 1e6;
    }

    private static Map<String, Double> percentiles(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        Map<String, Double> percentiles = new LinkedHashMap<>();
        for (int percent : new int[] {50, 95, 99}) {
            double value = sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
            percentiles.put("p" + percent, Math.round(value * 10) / 10.0);
        }
        return percentiles;
    }
}
