package bangban.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bangban.knowledge.index.PassageIndex.Hit;
import bangban.knowledge.index.PassageIndex.WordQuery;
import bangban.language.analyze.TermAnalyzer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Bm25Test {

    @Test
    void frequenciesSurviveSaturation() {
        for (long frequency : new long[] {1, 2, 3, 10, 200}) {
            assertThat(Bm25.frequency((float) Bm25.saturated(frequency)))
                    .isCloseTo(frequency, within(frequency * 1e-3));
        }
    }

    @Test
    void bothIndexesScoreAlikeAfterChangesAndDeletions(@TempDir Path folder) throws IOException {
        PassageDatabase database = TestDatabase.fresh();
        TermAnalyzer analyzer = new TermAnalyzer();
        try (PassageIndex lucene = new LucenePassageIndex(folder, analyzer, "encoder/1");
                PassageIndex postgres = new RenewableIndex(database, analyzer, "encoder/1", 64)) {
            // Lucene counts what is deleted until its segments are merged, so it sees only what stays
            Random random = new Random(5);
            for (int i = 0; i < 80; i++) {
                write(i % 40, random, i < 40 ? List.of(postgres) : List.of(lucene, postgres));
            }
            write(99, random, List.of(postgres));
            postgres.delete("d99");
            WordQuery query = new WordQuery("采购限额的审批流程");
            List<Hit> expected = lucene.byWords(query, PassageIndexContract.ALL, 50);
            List<Hit> found = postgres.byWords(query, PassageIndexContract.ALL, 50);
            assertThat(found).hasSameSizeAs(expected);
            for (int i = 0; i < expected.size(); i++) {
                assertThat(found.get(i).score())
                        .as("rank %d", i)
                        .isCloseTo(expected.get(i).score(), Offset.offset(1e-3));
            }
        } finally {
            database.drop();
        }
    }

    private static void write(int number, Random random, List<PassageIndex> indexes) {
        String id = "d" + number;
        var passages = IndexFixtures.passages(id, text(random), text(random));
        for (PassageIndex index : indexes) {
            index.put(
                    IndexFixtures.document(id, PassageIndexContract.group()),
                    passages,
                    IndexFixtures.vectors(passages));
        }
    }

    private static String text(Random random) {
        List<String> words = List.of("采购", "限额", "审批", "流程", "办法", "招标", "合同", "验收", "付款", "供应商", "限额", "评审");
        StringBuilder text = new StringBuilder();
        int length = 3 + random.nextInt(40);
        for (int i = 0; i < length; i++) {
            text.append(words.get((int) (words.size() * Math.pow(random.nextDouble(), 2))));
        }
        return text.toString();
    }
}
