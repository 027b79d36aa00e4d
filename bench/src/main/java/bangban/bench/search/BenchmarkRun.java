package bangban.bench.search;

import bangban.bench.ScratchIndex;
import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.knowledge.catalog.Format;
import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.chunk.Passage;
import bangban.knowledge.index.PassageIndex;
import bangban.knowledge.index.PassageIndex.Filter;
import bangban.knowledge.index.PassageIndex.Hit;
import bangban.knowledge.place.Place;
import bangban.knowledge.place.Reader;
import bangban.knowledge.place.Tier;
import bangban.knowledge.place.Validity;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** One corpus in one index: filled as a stream, then asked under filters that let through all, a tenth, and so on. */
final class BenchmarkRun {

    private static final int PASSAGES_A_DOCUMENT = 20;
    private static final int LIST = 100;
    private static final int TOP = 10;
    private static final int WARM_UP = 50;
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
    private static final Reader READER = new Reader("bench", new OrgPath("bench"), Clearance.PUBLIC, false);
    private static final List<Integer> ONE_IN = List.of(1, 10, 100, 1_000);

    private final SyntheticCorpus corpus;
    private final ScratchIndex scratch;
    private final List<SyntheticQuestion> warmUp;
    private final Map<Integer, List<SyntheticQuestion>> questions = new LinkedHashMap<>();
    private final Map<Integer, NearestPassages> nearest = new LinkedHashMap<>();
    private long writing;

    BenchmarkRun(SyntheticCorpus corpus, ScratchIndex scratch, int queries) {
        this.corpus = corpus;
        this.scratch = scratch;
        warmUp = SyntheticQuestion.about(corpus, WARM_UP, 0);
        for (int oneIn : ONE_IN) {
            List<SyntheticQuestion> asked = SyntheticQuestion.about(corpus, queries, oneIn);
            questions.put(oneIn, asked);
            nearest.put(oneIn, new NearestPassages(asked, TOP));
        }
    }

    Map<String, Object> figures() throws IOException {
        fill();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("passages", corpus.size());
        figures.put("index_s", Latencies.rounded(writing / 1e9));
        figures.put("filters", ONE_IN.stream().map(this::measure).toList());
        return figures;
    }

    /** Documents of {@link #PASSAGES_A_DOCUMENT} passages; document n carries the tag 1/k where k divides n. */
    private void fill() throws IOException {
        for (int first = 0; first < corpus.size(); first += PASSAGES_A_DOCUMENT) {
            int number = first / PASSAGES_A_DOCUMENT;
            List<Passage> passages = new ArrayList<>();
            List<float[]> vectors = new ArrayList<>();
            for (int i = first; i < Math.min(first + PASSAGES_A_DOCUMENT, corpus.size()); i++) {
                passages.add(passage("d" + number, i - first, String.join("，", corpus.words(i))));
                vectors.add(corpus.vector(i));
                compare(number, passages.getLast().id(), vectors.getLast());
            }
            long start = System.nanoTime();
            scratch.index().put(described("d" + number, number), passages, vectors);
            writing += System.nanoTime() - start;
            if (first % 10_000 == 0) {
                System.err.print("\rpassages " + first + "/" + corpus.size() + " ");
            }
        }
        System.err.println();
        long start = System.nanoTime();
        scratch.reopen();
        writing += System.nanoTime() - start;
    }

    private void compare(int document, String passage, float[] vector) {
        nearest.forEach((oneIn, baseline) -> {
            if (document % oneIn == 0) {
                baseline.offer(passage, vector);
            }
        });
    }

    private static Passage passage(String document, int ordinal, String text) {
        return new Passage(
                document + "#" + ordinal,
                document,
                ordinal,
                List.of("规定"),
                "",
                null,
                0,
                text.length(),
                text,
                List.of());
    }

    private static KnowledgeDocument described(String id, int number) {
        List<String> tags =
                ONE_IN.stream().filter(k -> number % k == 0).map(k -> "1/" + k).toList();
        Place place = new Place(Tier.GROUP, OrgPath.ROOT, null, tags, Clearance.PUBLIC, "bench");
        return new KnowledgeDocument(
                id, id, "规定", place, Validity.ALWAYS, null, null, Format.TEXT, null, "", Instant.EPOCH);
    }

    private Map<String, Object> measure(int oneIn) {
        PassageIndex index = scratch.index();
        Filter filter = new Filter(READER, TODAY, Set.of(), Set.of(), Set.of("1/" + oneIn));
        List<SyntheticQuestion> asked = questions.getOrDefault(oneIn, List.of());
        NearestPassages baseline = nearest.getOrDefault(oneIn, new NearestPassages(List.of(), TOP));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("passes", "1/" + oneIn);
        figures.put("words_ms", time(asked, question -> index.byWords(question.words(), filter, LIST)));
        figures.put("meaning_ms", time(asked, question -> index.byMeaning(question.vector(), filter, LIST)));
        figures.put("together_ms", time(asked, question -> together(index, filter, question)));
        double recall = 0;
        for (int i = 0; i < asked.size(); i++) {
            List<Hit> found = index.byMeaning(asked.get(i).vector(), filter, LIST);
            recall += baseline.recall(
                    i, found.stream().limit(TOP).map(hit -> hit.passage().id()).toList());
        }
        figures.put("recall@10", Latencies.rounded(recall / asked.size()));
        figures.put("every_vector_ms", Latencies.rounded(baseline.millisAQuestion()));
        return figures;
    }

    /** As the retriever does it. */
    private static void together(PassageIndex index, Filter filter, SyntheticQuestion question) {
        CompletableFuture<List<Hit>> byWords = CompletableFuture.supplyAsync(
                () -> index.byWords(question.words(), filter, LIST), Thread::startVirtualThread);
        index.byMeaning(question.vector(), filter, LIST);
        byWords.join();
    }

    private Map<String, Object> time(
            List<SyntheticQuestion> asked, java.util.function.Consumer<SyntheticQuestion> search) {
        return Latencies.of(warmUp, asked, search).figures();
    }
}
