package bangban.knowledge.retrieve;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.knowledge.chunk.Passage;
import bangban.knowledge.index.PassageIndex.Hit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FusionTest {

    private static final List<Hit> WORDS = List.of(hit("a", 12), hit("b", 10), hit("c", 2));
    private static final List<Hit> MEANING = List.of(hit("b", 0.8), hit("d", 0.6), hit("a", 0.5));

    @Test
    void addsStandardScoresWithTheLowestForWhatIsMissing() {
        Map<String, Double> fused = new StandardScoreFusion(0.5).fuse(WORDS, MEANING);

        assertThat(fused).containsOnlyKeys("a", "b", "c", "d");
        assertThat(fused.get("b")).isGreaterThan(fused.get("a")).isGreaterThan(fused.get("d"));
        assertThat(fused.get("d")).isGreaterThan(fused.get("c"));
    }

    @Test
    void givesNothingForNothing() {
        assertThat(new StandardScoreFusion(0.5).fuse(List.of(), List.of())).isEmpty();
    }

    private static Hit hit(String id, double score) {
        return new Hit(new Passage(id, id, 0, List.of(), "", null, 0, 0, "", List.of()), score);
    }
}
