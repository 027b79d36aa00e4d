package bangban.bench.retrieval;

import bangban.bench.Arguments;
import bangban.knowledge.index.PassageIndex;
import bangban.knowledge.retrieve.FoundPassage;
import bangban.knowledge.retrieve.QuestionAdapter;
import bangban.knowledge.retrieve.Retriever;
import bangban.knowledge.retrieve.SearchRequest;
import bangban.knowledge.retrieve.Synonyms;
import bangban.language.analyze.TermAnalyzer;
import bangban.language.encode.OnnxTextEncoder;
import bangban.language.encode.TextEncoder;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** {@code eval retrieval}: word search, meaning search and the whole search on a test set. */
public final class RetrievalEvaluation {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> OPTIONS =
            Set.of("corpus", "queries", "qrels", "index", "out", "k", "cache", "synonyms", "today");
    private static final int WARM_UP = 50;

    private RetrievalEvaluation() {}

    /**
     * Runs on {@code --corpus --queries --qrels [--index lucene|pgvector] [--out FILE] [--k 10] [--cache DIR] [--synonyms FILE]} and prints one
     * JSON object as the last line of {@code out}.
     *
     * @param synonyms the file used where none is named; a missing one means no synonyms
     * @throws IllegalArgumentException with a sentence for the user where an option is wrong
     */
    public static void run(String[] args, Path synonyms, PrintStream out) throws IOException {
        Arguments arguments = Arguments.parse(args, OPTIONS);
        arguments.date("today");
        String kind = arguments.get("index").orElse("lucene");
        TestSet set = TestSet.read(arguments.file("corpus"), arguments.file("queries"), arguments.file("qrels"));
        VectorCache cache = new VectorCache(arguments.get("cache").map(Path::of));
        TermAnalyzer analyzer = new TermAnalyzer();
        Path lexicon = arguments.get("synonyms").map(Path::of).orElse(synonyms);
        try (TextEncoder encoder = new OnnxTextEncoder();
                TestIndex index = new TestIndex(kind, set.corpus(), encoder, analyzer, cache)) {
            Retriever retriever = new Retriever(index.index(), encoder, analyzer, read(lexicon));
            Map<String, Object> figures = figures(set, index, encoder, retriever, arguments);
            out.println(JSON.writeValueAsString(figures));
        }
    }

    static Synonyms read(Path file) throws IOException {
        return Files.exists(file) ? Synonyms.parse(Files.readAllLines(file)) : Synonyms.NONE;
    }

    private static Map<String, Object> figures(
            TestSet set, TestIndex index, TextEncoder encoder, Retriever retriever, Arguments arguments)
            throws IOException {
        int k = Math.max(10, arguments.number("k", 10));
        RankingFigures words = new RankingFigures();
        RankingFigures meaning = new RankingFigures();
        RankingFigures hybrid = new RankingFigures();
        set.queries().stream().limit(WARM_UP).forEach(query -> hybrid(retriever, index, query, k));
        QuestionAdapter adapter = QuestionAdapter.standard(encoder);
        double[] millis = new double[set.queries().size()];
        PassageIndex.Filter filter = new PassageIndex.Filter(TestIndex.EVERYONE, TestIndex.TODAY);
        try (Writer cases = writer(arguments)) {
            for (int i = 0; i < millis.length; i++) {
                TestSet.Row query = set.queries().get(i);
                Map<String, Integer> relevant = set.relevant().getOrDefault(query.id(), Map.of());
                long start = System.nanoTime();
                List<FoundPassage> found = search(retriever, query, k);
                millis[i] = (System.nanoTime() - start) / 1e6;
                hybrid.add(rows(found, index), relevant);
                words.add(
                        ids(index.index().byWords(new PassageIndex.WordQuery(query.text()), filter, k), index),
                        relevant);
                float[] vector = adapter.adapt(encoder.encode(query.text()));
                meaning.add(ids(index.index().byMeaning(vector, filter, k), index), relevant);
                cases.write(JSON.writeValueAsString(Map.of("case", query.id(), "hybrid", rows(found, index))) + "\n");
            }
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("bm25", words.means());
        figures.put("dense", meaning.means());
        figures.put("hybrid", hybrid.means());
        figures.put("index_s", Math.round(index.seconds() * 10) / 10.0);
        figures.put("search_ms", percentiles(millis));
        figures.put("queries", millis.length);
        figures.put("passages", set.corpus().size());
        return figures;
    }

    private static Writer writer(Arguments arguments) throws IOException {
        return arguments.get("out").isPresent()
                ? Files.newBufferedWriter(Path.of(arguments.get("out").get()))
                : Writer.nullWriter();
    }

    private static List<FoundPassage> search(Retriever retriever, TestSet.Row query, int k) {
        return retriever
                .search(new SearchRequest(query.text(), TestIndex.TODAY, k), TestIndex.EVERYONE)
                .passages();
    }

    private static List<String> hybrid(Retriever retriever, TestIndex index, TestSet.Row query, int k) {
        return rows(search(retriever, query, k), index);
    }

    private static List<String> rows(List<FoundPassage> found, TestIndex index) {
        return found.stream().map(passage -> index.row(passage.passage())).toList();
    }

    private static List<String> ids(List<PassageIndex.Hit> hits, TestIndex index) {
        return hits.stream().map(hit -> index.row(hit.passage())).toList();
    }

    private static Map<String, Double> percentiles(double[] millis) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        Map<String, Double> percentiles = new LinkedHashMap<>();
        for (int percent : new int[] {50, 95, 99}) {
            int at = Math.min(sorted.length - 1, (int) Math.ceil(sorted.length * percent / 100.0) - 1);
            percentiles.put("p" + percent, sorted.length == 0 ? 0 : Math.round(sorted[at] * 10) / 10.0);
        }
        return percentiles;
    }
}
