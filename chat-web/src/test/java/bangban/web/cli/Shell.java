package bangban.web.cli;

import bangban.web.phrase.Phrases;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A terminal in English that nobody watches, and what a command left on it. */
final class Shell {

    private final Map<String, String> environment;

    Shell(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** What a command ended with. */
    record Ended(int code, String out, String error) {

        String lastLine() {
            return out.strip().lines().toList().getLast();
        }
    }

    Ended run(String... words) {
        return runWith("", words);
    }

    Ended runWith(String input, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(error, true, StandardCharsets.UTF_8),
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                Phrases.ENGLISH,
                false);
        int code = CommandLine.run(List.of(words), environment, terminal);
        return new Ended(code, out.toString(StandardCharsets.UTF_8), error.toString(StandardCharsets.UTF_8));
    }
}
