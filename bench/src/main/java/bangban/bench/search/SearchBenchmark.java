package bangban.bench.search;

import bangban.bench.Arguments;
import bangban.bench.ScratchIndex;
import bangban.language.analyze.TermAnalyzer;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code bench search [--index lucene|pgvector] [--passages N,N] [--queries N]}: word search, meaning search and both side by side, as the
 * retriever runs them, under filters that let through all, a tenth, a hundredth and a thousandth of the passages; the same nearest
 * neighbours by comparing every vector are the baseline.
 */
public final class SearchBenchmark {

    private static final String DEFAULT_SIZE = "100000";
    private static final long SEED = 20_260_101;

    private SearchBenchmark() {}

    /** Prints the figures as one JSON line, the last. */
    public static void run(List<String> args, PrintStream out) throws IOException {
        Arguments arguments = Arguments.parse(args.toArray(String[]::new), Set.of("index", "passages", "queries"));
        String kind = arguments.get("index").orElse("lucene");
        int queries = arguments.number("queries", 200);
        List<Map<String, Object>> runs = new ArrayList<>();
        for (int size : sizes(arguments.get("passages").orElse(DEFAULT_SIZE))) {
            try (ScratchIndex scratch = ScratchIndex.make(
                    kind, System.getenv(), new TermAnalyzer(), "synthetic", SyntheticCorpus.DIMENSIONS)) {
                runs.add(new BenchmarkRun(new SyntheticCorpus(size, SEED), scratch, queries).figures());
                System.err.println(JsonMapper.shared().writeValueAsString(runs.getLast()));
            }
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("index", kind);
        figures.put("queries", queries);
        figures.put("runs", runs);
        out.println(JsonMapper.shared().writeValueAsString(figures));
    }

    private static List<Integer> sizes(String text) {
        List<Integer> sizes = new ArrayList<>();
        for (String size : text.split(",")) {
            sizes.add(new Arguments(Map.of("passages", size)).number("passages", 0));
        }
        return sizes;
    }
}
