package bangban.knowledge.index;

import static bangban.knowledge.index.IndexFixtures.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bangban.knowledge.chunk.Passage;
import bangban.language.analyze.TermAnalyzer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.apache.lucene.store.MMapDirectory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LucenePassageIndexTest extends PassageIndexContract {

    private static final TermAnalyzer ANALYZER = new TermAnalyzer();

    @TempDir
    Path folder = Path.of("");

    private @Nullable PassageIndex index;

    @BeforeEach
    void open() {
        index = new LucenePassageIndex(folder, ANALYZER, "test/1");
    }

    @AfterEach
    void close() throws IOException {
        if (index != null) {
            index.close();
        }
    }

    @Override
    PassageIndex index() {
        return Objects.requireNonNull(index);
    }

    @Override
    PassageIndex reopened() throws IOException {
        index().close();
        index = null;
        return new LucenePassageIndex(folder, ANALYZER, "test/2");
    }

    @Test
    void tellsWhatItWasFirstWrittenWithWhateverIsPutLater(@TempDir Path other) throws IOException {
        IndexVersion first = new IndexVersion("encoder/1", "analysis/1");
        try (LucenePassageIndex written = new LucenePassageIndex(other, ANALYZER, first)) {
            assertThat(written.version()).isEqualTo(IndexVersion.NONE);
            var passages = IndexFixtures.passages("a", "文本");
            written.put(document("a", group()), passages, IndexFixtures.vectors(passages));
        }
        for (int i = 0; i < 2; i++) {
            IndexVersion later = new IndexVersion("encoder/2", "analysis/2");
            try (LucenePassageIndex again = new LucenePassageIndex(other, ANALYZER, later)) {
                assertThat(again.version()).isEqualTo(first);
                again.update(document("a", group()));
            }
        }
    }

    @Test
    void goesOnAfterAFullDiskWithAllThatWasCommitted(@TempDir Path other) throws IOException {
        FullDirectory disk = new FullDirectory(new MMapDirectory(other));
        try (LucenePassageIndex filled = new LucenePassageIndex(
                disk, ANALYZER, new IndexVersion("test/1", TermAnalyzer.VERSION), VectorSearch.Limits.USUAL)) {
            put(filled, "a", "风口漏水");
            filled.flush();
            disk.full = true;
            assertThatThrownBy(() -> {
                        put(filled, "b", "电机过热");
                        filled.flush();
                    })
                    .isInstanceOf(UncheckedIOException.class);
            disk.full = false;

            put(filled, "c", "皮带跑偏");
            filled.flush();

            assertThat(filled.documents(ALL)).isEqualTo(2);
            assertThat(filled.version().encoder()).isEqualTo("test/1");
        }
    }

    private static void put(PassageIndex index, String id, String text) {
        List<Passage> passages = IndexFixtures.passages(id, text);
        index.put(document(id, group()), passages, IndexFixtures.vectors(passages));
    }

    @Test
    void findsNearlyAllOfTheNearestThroughTheGraphAndByQuantizedVectors(@TempDir Path one, @TempDir Path other)
            throws IOException {
        Random random = new Random(7);
        IndexVersion version = new IndexVersion("test/1", "1");
        try (PassageIndex graph = new LucenePassageIndex(one, ANALYZER, version, new VectorSearch.Limits(0, 0));
                PassageIndex quantized =
                        new LucenePassageIndex(other, ANALYZER, version, new VectorSearch.Limits(0, 1_000_000))) {
            for (int i = 0; i < 400; i++) {
                var passages = IndexFixtures.passages("d" + i, text(random), text(random), text(random));
                for (PassageIndex filled : List.of(index(), graph, quantized)) {
                    filled.put(
                            document("d" + i, i % 2 == 0 ? group() : personal("x")),
                            passages,
                            IndexFixtures.vectors(passages));
                }
            }
            int throughTheGraph = 0;
            int byQuantized = 0;
            for (int i = 0; i < 50; i++) {
                float[] vector = IndexFixtures.vector(text(random));
                List<String> expected = texts(index().byMeaning(vector, ALL, 10));
                throughTheGraph += shared(expected, graph.byMeaning(vector, ALL, 10));
                byQuantized += shared(expected, quantized.byMeaning(vector, ALL, 10));
            }
            assertThat(throughTheGraph).isGreaterThan(490);
            assertThat(byQuantized).isGreaterThan(490);
        }
    }

    private static int shared(List<String> expected, List<PassageIndex.Hit> found) {
        return (int) texts(found).stream().filter(expected::contains).count();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            text.append((char) ('\u4e00' + random.nextInt(500)));
        }
        return text.toString();
    }
}
