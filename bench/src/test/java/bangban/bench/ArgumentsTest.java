package bangban.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArgumentsTest {

    private static final Set<String> ALLOWED = Set.of("test", "out", "k");

    @TempDir
    Path folder;

    @Test
    void readsPairs() {
        Arguments arguments = parse("--test", "a.jsonl", "--k", "5");

        assertThat(arguments.get("test")).contains("a.jsonl");
        assertThat(arguments.get("out")).isEmpty();
        assertThat(arguments.number("k", 10)).isEqualTo(5);
        assertThat(parse().number("k", 10)).isEqualTo(10);
    }

    @Test
    void anUnknownNameIsAnErrorThatNamesItAndWhatIsAllowed() {
        assertThatThrownBy(() -> parse("--tset", "a.jsonl"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--tset")
                .hasMessageContaining("--test");
        assertThatThrownBy(() -> parse("a.jsonl"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a.jsonl");
    }

    @Test
    void aNameWithoutAValueIsAnError() {
        assertThatThrownBy(() -> parse("--test"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--test");
    }

    @Test
    void aFileMustBeGivenAndReadable() throws IOException {
        Path file = Files.writeString(folder.resolve("a.jsonl"), "{}");

        assertThat(parse("--test", file.toString()).file("test")).isEqualTo(file);
        assertThat(parse().fileIfGiven("test")).isEmpty();
        assertThatThrownBy(() -> parse().file("test"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--test");
        assertThatThrownBy(
                        () -> parse("--test", folder.resolve("gone").toString()).file("test"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gone");
    }

    @Test
    void aNumberOrDateThatIsNoneIsNamed() {
        assertThatThrownBy(() -> parse("--k", "many").number("k", 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--k")
                .hasMessageContaining("many");
        assertThatThrownBy(() -> parse("--out", "tomorrow").date("out"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--out")
                .hasMessageContaining("2025-01-31");
        assertThat(parse("--out", "2024-02-29").date("out")).contains(LocalDate.of(2024, 2, 29));
    }

    private static Arguments parse(String... args) {
        return Arguments.parse(args, ALLOWED);
    }
}
