package bangban.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.web.phrase.Phrases;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommandLineTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream error = new ByteArrayOutputStream();
    private final Terminal terminal = new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(error, true, StandardCharsets.UTF_8),
            InputStream.nullInputStream(),
            Phrases.ENGLISH,
            false);

    @Test
    void anUnknownCommandShowsTheUsageAndEndsWithTwo() {
        assertThat(CommandLine.run(List.of("fly"), Map.of(), terminal)).isEqualTo(2);
        assertThat(error.toString(StandardCharsets.UTF_8)).contains("fly").contains("Usage:");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void optionsStandAnywhereAndMayHaveAnEqualsSign() {
        Options options = Options.parse(
                List.of("--as=staff", "question", "--json", "--as-of", "2025-01-31"),
                Set.of("--as", "--as-of"),
                Set.of("--json"));
        assertThat(options.onlyArgument("q")).isEqualTo("question");
        assertThat(options.value("--as")).contains("staff");
        assertThat(options.has("--json")).isTrue();
        assertThat(options.date("--as-of")).isPresent();
    }
}
