package bangban.knowledge.index;

import static bangban.knowledge.index.IndexFixtures.document;
import static bangban.knowledge.index.PassageIndexContract.ALL;
import static bangban.knowledge.index.PassageIndexContract.group;
import static bangban.knowledge.index.PassageIndexContract.personal;
import static bangban.knowledge.index.PassageIndexContract.texts;
import static org.assertj.core.api.Assertions.assertThat;

import bangban.language.analyze.TermAnalyzer;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresSearchTest {

    private static final IndexVersion VERSION = new IndexVersion("encoder/1", "analysis/1");
    private static final TermAnalyzer ANALYZER = new TermAnalyzer();

    private @Nullable PassageDatabase database;

    @BeforeEach
    void migrate() {
        database = TestDatabase.fresh();
        new RenewableIndex(database, ANALYZER, VERSION, 64).close();
    }

    @AfterEach
    void drop() {
        if (database != null) {
            database.drop();
        }
    }

    private PostgresPassageIndex index(int exactUpTo) {
        PassageDatabase used = Objects.requireNonNull(database);
        return new PostgresPassageIndex(used.source(), used.schema(), ANALYZER, VERSION, exactUpTo);
    }

    @Test
    void findsNearlyAllOfTheNearestThroughTheGraphUnderAFilter() {
        PostgresPassageIndex graph = index(0);
        PostgresPassageIndex exact = index(100_000);
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            var passages = IndexFixtures.passages("d" + i, text(random), text(random), text(random));
            graph.put(
                    document("d" + i, i % 5 == 0 ? group() : personal("x")), passages, IndexFixtures.vectors(passages));
        }
        int same = 0;
        for (int i = 0; i < 50; i++) {
            float[] vector = IndexFixtures.vector(text(random));
            List<String> expected = texts(exact.byMeaning(vector, ALL, 10));
            List<String> found = texts(graph.byMeaning(vector, ALL, 10));
            assertThat(found).hasSize(10);
            same += (int) found.stream().filter(expected::contains).count();
        }
        assertThat(same).isGreaterThan(475);
    }

    @Test
    void countsEveryTermOnceHoweverManyWriteAtOnce() throws InterruptedException, ExecutionException {
        PostgresPassageIndex index = index(100);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<? extends Future<?>> writers = IntStream.range(0, 4)
                    .mapToObj(writer -> threads.submit(() -> {
                        for (int i = 0; i < 30; i++) {
                            String id = "d" + (writer + i) % 20;
                            var passages = IndexFixtures.passages(id, "采购限额" + writer, "采购办法");
                            index.put(document(id, group()), passages, IndexFixtures.vectors(passages));
                            if (i % 7 == 0) {
                                index.delete("d" + i % 20);
                            }
                        }
                    }))
                    .toList();
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        int documents = index.documents(ALL);
        PairCounts counts = index.counts(List.of("采购", "限额", "办法"));
        assertThat(counts).isEqualTo(new PairCounts(2 * documents, List.of(2 * documents, documents, documents)));
        IntStream.range(0, 20).forEach(i -> index.delete("d" + i));
        assertThat(index.counts(List.of("采购"))).isEqualTo(new PairCounts(0, List.of(0)));
    }

    @Test
    void aNewTitleIsFoundByItsWordsAndAMoveRewritesNoPassage() {
        PostgresPassageIndex index = index(100);
        var passages = IndexFixtures.passages("a", "第一条内容");
        index.put(document("a", group()), passages, IndexFixtures.vectors(passages));
        var retitled = new bangban.knowledge.catalog.KnowledgeDocument(
                "a",
                "a.md",
                "差旅费管理办法",
                group(),
                bangban.knowledge.place.Validity.ALWAYS,
                null,
                null,
                bangban.knowledge.catalog.Format.MARKDOWN,
                null,
                "",
                java.time.Instant.EPOCH);

        index.update(retitled);

        assertThat(index.byWords(new PassageIndex.WordQuery("差旅费"), ALL, 5)).hasSize(1);
        assertThat(index.counts(List.of("差旅"))).isEqualTo(new PairCounts(1, List.of(1)));
    }

    @Test
    void keepsWhatPostgresHasNoCharacterFor() {
        PostgresPassageIndex index = index(100);
        var passages = IndexFixtures.passages("a", "前\u0000后文本内容", "x".repeat(5_000));
        index.put(document("a", group()), passages, IndexFixtures.vectors(passages));

        assertThat(index.neighbours("a", 0, 9, ALL)).isEqualTo(passages);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            text.append((char) ('\u4e00' + random.nextInt(500)));
        }
        return text.toString();
    }
}
