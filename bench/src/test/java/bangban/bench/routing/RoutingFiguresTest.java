package bangban.bench.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutingFiguresTest {

    @TempDir
    Path folder;

    @Test
    void countsWhatEachFigureIsDefinedBy() {
        Map<String, ?> figures = new RoutingFigures(List.of(
                        one("policy", "policy", 1, 1),
                        one("policy", "data", 1, 2),
                        one("oos", "oos", 1, 3),
                        one("oos", "policy", 1, 4),
                        parts(List.of("data", "policy"), List.of("data", "secretary"), 5)))
                .all();

        assertThat(figures.get("accuracy")).isEqualTo(0.5);
        assertThat(figures.get("oos_recall")).isEqualTo(0.5);
        assertThat(figures.get("ece")).isEqualTo(0.5);
        assertThat(figures.get("parts_f1")).isEqualTo(0.5);
        assertThat(figures.get("p50_ms")).isEqualTo(3.0);
        assertThat(figures.get("p95_ms")).isEqualTo(5.0);
        assertThat(figures.get("cases")).isEqualTo(5);
    }

    @Test
    void aLabelThatComesTwiceMustBeFoundTwice() {
        assertThat(new RoutingFigures(List.of(parts(List.of("data", "data"), List.of("data"), 1)))
                        .all()
                        .get("parts_f1"))
                .isEqualTo(0.6667);
    }

    @Test
    void whatCannotBeCountedIsNull() {
        Map<String, ?> figures = new RoutingFigures(List.of()).all();

        assertThat(figures.get("accuracy")).isNull();
        assertThat(figures.get("ece")).isNull();
        assertThat(figures.get("parts_f1")).isNull();
        assertThat(figures.get("p50_ms")).isNull();
    }

    @Test
    void readsRowsWithALabelAndRowsWithParts() throws IOException {
        Path file = Files.writeString(folder.resolve("t.jsonl"), """
                {"text":"年假几天","label":"policy"}

                {"id":"x","text":"查产量再派单","parts":[{"label":"data"},{"label":"secretary"}]}
                """);

        assertThat(RoutingCase.read(file))
                .containsExactly(
                        new RoutingCase("1", "年假几天", "policy", List.of()),
                        new RoutingCase("x", "查产量再派单", null, List.of("data", "secretary")));
    }

    @Test
    void aRowWithoutLabelIsAnErrorThatNamesItsLine() throws IOException {
        Path file =
                Files.writeString(folder.resolve("t.jsonl"), "{\"text\":\"a\",\"label\":\"b\"}\n{\"text\":\"a\"}\n");

        assertThatThrownBy(() -> RoutingCase.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("t.jsonl:2");
    }

    private static RoutingResult one(String label, String predicted, double confidence, double ms) {
        return new RoutingResult(
                new RoutingCase("", "", label, List.of()), predicted, confidence, List.of(predicted), false, ms);
    }

    private static RoutingResult parts(List<String> given, List<String> found, double ms) {
        return new RoutingResult(new RoutingCase("", "", null, given), String.join("+", found), 1, found, false, ms);
    }
}
