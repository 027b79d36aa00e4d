package bangban.web.cli;

import bangban.config.ConfigException;
import bangban.runtime.error.PlatformException;
import bangban.web.problem.Problems;
import bangban.web.start.Settings;
import bangban.web.start.StartException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
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
        return run(Arrays.asList(words), Terminal.ofProcess(System.getenv()));
    }

    static int run(List<String> words, Terminal terminal) {
        try {
            return command(words, terminal);
        } catch (UsageException e) {
            terminal.complain(e.key(), e.arguments().toArray());
            terminal.complain("cli.usage");
            return WRONGLY_WRITTEN;
        } catch (CommandException e) {
            terminal.error().println(e.getMessage());
            return FAILED;
        } catch (RuntimeException | IOException e) {
            return failed(e, terminal);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private static int command(List<String> words, Terminal terminal) throws IOException, InterruptedException {
        String name = words.isEmpty() ? "run" : words.getFirst();
        List<String> rest = words.isEmpty() ? List.of() : words.subList(1, words.size());
        if (!name.equals("run")) {
            System.setProperty("bangban.log", "WARN");
        }
        return switch (name) {
            case "run" -> new RunCommand(terminal).run(rest, Settings.of(System.getenv()));
            case "ask" -> new AskCommand(terminal).run(rest, Settings.of(System.getenv()));
            case "ingest" -> new IngestCommand(terminal).run(rest, Settings.of(System.getenv()));
            case "user" -> new UserCommand(terminal).run(rest, Settings.of(System.getenv()));
            case "help", "--help", "-h" -> {
                terminal.say("cli.usage");
                yield 0;
            }
            default -> throw new UsageException("cli.unknown-option", name);
        };
    }

    /** Something between the command and its end; the causes are searched, since a start wraps what went wrong. */
    private static int failed(Exception failure, Terminal terminal) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartException known) {
                terminal.complain(known.key(), known.arguments().toArray());
                return FAILED;
            }
            if (cause instanceof ConfigException wrong) {
                terminal.complain("start.config", String.valueOf(wrong.getMessage()));
                return FAILED;
            }
            if (cause instanceof PlatformException known) {
                terminal.error().println(Problems.sentence(known, terminal.phrases()));
                return FAILED;
            }
        }
        Logger log = LoggerFactory.getLogger(CommandLine.class);
        log.error("the command failed", failure);
        terminal.complain("start.failed");
        return FAILED;
    }
}
