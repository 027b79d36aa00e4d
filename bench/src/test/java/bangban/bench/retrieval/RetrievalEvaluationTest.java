package bangban.bench.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RetrievalEvaluationTest {

    @Test
    void printsTheFiguresOfATestSet(@TempDir Path folder) throws IOException {
        Path corpus = Files.writeString(folder.resolve("c.jsonl"), """
                {"id":"1","title":"采购办法第一条","text":"采购限额为五十万元。"}
                {"id":"2","title":"采购办法第二条","text":"评审专家随机抽取。"}
                {"id":"3","text":"公章由专人保管。"}
                """);
        Path queries = Files.writeString(folder.resolve("q.jsonl"), "{\"id\":\"a\",\"text\":\"公章谁保管\"}\n");
        Path qrels = Files.writeString(folder.resolve("qrels.tsv"), "a\t3\t1\n");
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        RetrievalEvaluation.run(
                new String[] {
                    "--corpus", corpus.toString(), "--queries", queries.toString(), "--qrels", qrels.toString()
                },
                folder.resolve("none.csv"),
                new PrintStream(out, true, StandardCharsets.UTF_8));

        JsonNode figures = JsonMapper.builder()
                .build()
                .readTree(out.toString(StandardCharsets.UTF_8).strip());
        for (String ranking : List.of("bm25", "dense", "hybrid")) {
            assertThat(figures.get(ranking).get("ndcg@10").asDouble())
                    .as(ranking)
                    .isEqualTo(1);
        }
        assertThat(figures.get("passages").asInt()).isEqualTo(3);
        assertThat(figures.get("search_ms").propertyNames()).containsExactly("p50", "p95", "p99");
    }

    @Test
    void countsGainAtItsRank() {
        assertThat(RankingFigures.ndcg(List.of("x", "a"), Map.of("a", 1), 10))
                .isCloseTo(1 / (Math.log(3) / Math.log(2)), within(1e-9));
        assertThat(RankingFigures.ndcg(List.of(), Map.of("a", 1), 10)).isZero();
    }

    @Test
    void namesAnUnknownOption() {
        assertThatThrownBy(() -> RetrievalEvaluation.run(new String[] {"--corpsu", "x"}, Path.of("x"), System.out))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--corpsu");
    }
}
