package bangban.bench.search;

import bangban.bench.Arguments;
import bangban.bench.JsonLines;
import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.knowledge.catalog.Format;
import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.chunk.Passage;
import bangban.knowledge.index.LucenePassageIndex;
import bangban.knowledge.index.PassageIndex;
import bangban.knowledge.index.PassageIndex.Filter;
import bangban.knowledge.index.PassageIndex.Hit;
import bangban.knowledge.index.PassageIndex.WordQuery;
import bangban.knowledge.place.Place;
import bangban.knowledge.place.Reader;
import bangban.knowledge.place.Tier;
import bangban.knowledge.place.Validity;
import bangban.language.analyze.TermAnalyzer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.lucene.util.VectorUtil;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code bench search [--passages N] [--queries N]}: both searches of the embedded index side by side, as the retriever runs them, under
 * filters that let through all, a tenth, a hundredth and a thousandth of the passages; the same nearest neighbours by comparing every
 * vector are the baseline.
 */
public final class SearchBenchmark {

    private static final int PASSAGES_A_DOCUMENT = 20;
    private static final int LIST = 100;
    private static final int TOP = 10;
    private static final int WARM_UP = 50;
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
    private static final Reader READER = new Reader("bench", new OrgPath("bench"), Clearance.PUBLIC, false);
    private static final List<Integer> ONE_IN = List.of(1, 10, 100, 1_000);

    private final SyntheticCorpus corpus;
    private final PassageIndex index;
    private final int queries;

    private SearchBenchmark(SyntheticCorpus corpus, PassageIndex index, int queries) {
        this.corpus = corpus;
        this.index = index;
        this.queries = queries;
    }

    /** Prints the figures as one JSON line, the last. */
    public static void run(List<String> args, PrintStream out) throws IOException {
        Arguments arguments = Arguments.parse(args.toArray(String[]::new), Set.of("passages", "queries"));
        SyntheticCorpus corpus = new SyntheticCorpus(arguments.number("passages", 100_000), 20_260_101);
        Path folder = Files.createTempDirectory("bangban-bench");
        try (PassageIndex index = new LucenePassageIndex(folder, new TermAnalyzer(), "synthetic")) {
            SearchBenchmark benchmark = new SearchBenchmark(corpus, index, arguments.number("queries", 200));
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("passages", corpus.size());
            figures.put("index_s", benchmark.fill());
            figures.put("filters", ONE_IN.stream().map(benchmark::measure).toList());
            out.println(JsonMapper.shared().writeValueAsString(figures));
        } finally {
            JsonLines.deleteFolder(folder);
        }
    }

    /** Documents of {@link #PASSAGES_A_DOCUMENT} passages; document n carries the tag 1/k where k divides n. */
    private double fill() {
        long start = System.nanoTime();
        for (int first = 0; first < corpus.size(); first += PASSAGES_A_DOCUMENT) {
            List<Passage> passages = new ArrayList<>();
            List<float[]> vectors = new ArrayList<>();
            String document = document(first);
            for (int i = first; i < Math.min(first + PASSAGES_A_DOCUMENT, corpus.size()); i++) {
                String text = String.join("，", corpus.words(i));
                passages.add(new Passage(
                        id(i), document, i - first, List.of("规定"), "", null, 0, text.length(), text, List.of()));
                vectors.add(corpus.vector(i));
            }
            index.put(described(document, first / PASSAGES_A_DOCUMENT), passages, vectors);
            if (first % 10_000 == 0) {
                System.err.print("\rpassages " + first + "/" + corpus.size() + " ");
            }
        }
        index.flush();
        System.err.println();
        return rounded((System.nanoTime() - start) / 1e9);
    }

    private static String document(int passage) {
        return "d" + passage / PASSAGES_A_DOCUMENT;
    }

    private static String id(int passage) {
        return document(passage) + "#" + passage;
    }

    private static KnowledgeDocument described(String id, int number) {
        List<String> tags =
                ONE_IN.stream().filter(k -> number % k == 0).map(k -> "1/" + k).toList();
        Place place = new Place(Tier.GROUP, OrgPath.ROOT, null, tags, Clearance.PUBLIC, "bench");
        return new KnowledgeDocument(
                id, id, "规定", place, Validity.ALWAYS, null, null, Format.TEXT, null, "", Instant.EPOCH);
    }

    private Map<String, Object> measure(int oneIn) {
        Filter filter = new Filter(READER, TODAY, Set.of(), Set.of(), Set.of("1/" + oneIn));
        Random random = new Random(oneIn);
        double[] searches = new double[queries];
        double[] compared = new double[queries];
        double found = 0;
        for (int q = -WARM_UP; q < queries; q++) {
            int meant = random.nextInt(corpus.size());
            float[] vector = corpus.question(meant, random);
            WordQuery words = new WordQuery(String.join(" ", corpus.words(meant).subList(0, 4)));
            long start = System.nanoTime();
            CompletableFuture<List<Hit>> byWords =
                    CompletableFuture.supplyAsync(() -> index.byWords(words, filter, LIST), Thread::startVirtualThread);
            List<Hit> byMeaning = index.byMeaning(vector, filter, LIST);
            byWords.join();
            long searched = System.nanoTime();
            if (q >= 0) {
                Set<String> nearest = nearest(vector, oneIn);
                compared[q] = (System.nanoTime() - searched) / 1e6;
                searches[q] = (searched - start) / 1e6;
                found += share(byMeaning, nearest);
            }
        }
        Arrays.sort(searches);
        Arrays.sort(compared);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("passes", "1/" + oneIn);
        figures.put("p50_ms", rounded(searches[queries / 2]));
        figures.put("p95_ms", rounded(searches[(int) (queries * 0.95)]));
        figures.put("recall@10", rounded(found / queries));
        figures.put("every_vector_p50_ms", rounded(compared[queries / 2]));
        return figures;
    }

    private static double share(List<Hit> found, Set<String> nearest) {
        long both = found.stream()
                .limit(TOP)
                .filter(hit -> nearest.contains(hit.passage().id()))
                .count();
        return nearest.isEmpty() ? 1 : (double) both / nearest.size();
    }

    /** The baseline: every vector that the filter lets through, compared. */
    private Set<String> nearest(float[] vector, int oneIn) {
        record Near(int passage, float cosine) {}
        List<Near> best = new ArrayList<>();
        for (int i = 0; i < corpus.size(); i++) {
            if (i / PASSAGES_A_DOCUMENT % oneIn != 0) {
                continue;
            }
            float cosine = VectorUtil.dotProduct(vector, corpus.vector(i));
            if (best.size() < TOP || best.getLast().cosine() < cosine) {
                best.add(new Near(i, cosine));
                best.sort((a, b) -> Float.compare(b.cosine(), a.cosine()));
                if (best.size() > TOP) {
                    best.removeLast();
                }
            }
        }
        Set<String> ids = new HashSet<>();
        best.forEach(near -> ids.add(id(near.passage())));
        return ids;
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
