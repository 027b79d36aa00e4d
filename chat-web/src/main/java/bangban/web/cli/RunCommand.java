package bangban.web.cli;

import bangban.web.platform.Platform;
import bangban.web.server.Server;
import bangban.web.start.Settings;
import java.util.List;
import java.util.Set;

/** {@code bangban run}: serves until it is stopped. */
final class RunCommand {

    private final Terminal terminal;

    RunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    int run(List<String> words, Settings settings) throws InterruptedException {
        Options options = Options.parse(words, Set.of(), Set.of());
        if (!options.arguments().isEmpty()) {
            throw new UsageException("cli.unknown-option", options.arguments().getFirst());
        }
        Server server = Server.start(settings);
        Platform platform = server.platform();
        Opening.ofServer(platform, server.url(), terminal);
        DemoLoading.show(platform, terminal, terminal.out());
        return CommandLine.GOES_ON;
    }
}
