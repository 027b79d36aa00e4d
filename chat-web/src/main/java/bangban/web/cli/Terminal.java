package bangban.web.cli;

import bangban.web.phrase.Phrases;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where a command reads and writes; UTF-8 whatever the locale.
 *
 * @param interactive true where a person watches
 */
record Terminal(PrintStream out, PrintStream error, InputStream in, Phrases phrases, boolean interactive) {

    static Terminal ofProcess(Map<String, String> environment) {
        Console console = System.console();
        return new Terminal(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                System.in,
                Phrases.ofTerminal(
                        environment.getOrDefault("LC_ALL", ""),
                        environment.getOrDefault("LC_MESSAGES", ""),
                        environment.getOrDefault("LANG", "")),
                console != null && console.isTerminal());
    }

    void say(String key, Object... arguments) {
        out.println(phrases.text(key, arguments));
    }

    void complain(String key, Object... arguments) {
        error.println(phrases.text(key, arguments));
    }
}
