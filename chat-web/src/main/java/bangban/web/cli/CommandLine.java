package bangban.web.cli;

import bangban.web.problem.RequestException;
import bangban.web.start.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The commands, and what each ends with: 0 done, 1 failed, 2 written wrongly. */
public final class CommandLine {

    /** The process has something left to do. */
    public static final int GOES_ON = -1;

    private static final int FAILED = 1;
    private static final int WRONGLY_WRITTEN = 2;

    private CommandLine() {}

    public static int run(String[] words) {
        Map<String, String> environment = System.getenv();
        return run(Arrays.asList(words), environment, Terminal.ofProcess(environment));
    }

    static int run(List<String> words, Map<String, String> environment, Terminal terminal) {
        try {
            return command(words, environment, terminal);
        } catch (UsageException e) {
            terminal.complain(e.key(), e.arguments().toArray());
            terminal.complain("cli.usage");
            return WRONGLY_WRITTEN;
        } catch (RequestException e) {
            failed(e, words, environment, terminal);
            return WRONGLY_WRITTEN;
        } catch (CommandException e) {
            terminal.error().println(e.getMessage());
            return FAILED;
        } catch (RuntimeException | IOException e) {
            failed(e, words, environment, terminal);
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private static int command(List<String> words, Map<String, String> environment, Terminal terminal)
            throws IOException, InterruptedException {
        String name = words.isEmpty() ? "run" : words.getFirst();
        List<String> rest = words.isEmpty() ? List.of() : words.subList(1, words.size());
        if (!name.equals("run")) {
            System.setProperty("bangban.log", "WARN");
        }
        return switch (name) {
            case "run" -> new RunCommand(terminal).run(rest, Settings.of(environment));
            case "ask" -> new AskCommand(terminal).run(rest, Settings.of(environment));
            case "ingest" -> new IngestCommand(terminal).run(rest, Settings.of(environment));
            case "user" -> new UserCommand(terminal).run(rest, Settings.of(environment));
            case "help", "--help", "-h" -> {
                terminal.say("cli.usage");
                yield 0;
            }
            default -> throw new UsageException("cli.unknown-option", name);
        };
    }

    private static void failed(
            Exception failure, List<String> words, Map<String, String> environment, Terminal terminal) {
        Path home = Settings.home(environment);
        Optional<String> sentence = Failures.sentence(failure, home, terminal.phrases());
        if (sentence.isPresent()) {
            terminal.error().println(sentence.get());
            return;
        }
        Logger log = LoggerFactory.getLogger(CommandLine.class);
        log.error("the command failed", failure);
        boolean serving = words.isEmpty() || words.getFirst().equals("run");
        terminal.error()
                .println(serving ? terminal.phrases().text("start.failed") : Failures.internal(terminal.phrases()));
    }
}
