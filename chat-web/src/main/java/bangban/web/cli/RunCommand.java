package bangban.web.cli;

import bangban.web.platform.DemoContent;
import bangban.web.platform.FirstStart;
import bangban.web.platform.Loading;
import bangban.web.platform.Platform;
import bangban.web.server.Server;
import bangban.web.start.Settings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code bangban run}: serves until it is stopped. */
final class RunCommand {

    private static final int LOOK_EVERY_MILLIS = 300;

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
        Optional<FirstStart.Made> made = platform.firstStart().makeAccounts();
        terminal.say("cli.ready", server.url());
        made.ifPresent(accounts -> AccountsBlock.print(accounts, terminal.out(), terminal.phrases()));
        showLoading(platform);
        return CommandLine.GOES_ON;
    }

    private void showLoading(Platform platform) throws InterruptedException {
        DemoContent demo = platform.demo();
        if (!demo.isWanted() || demo.isLoaded()) {
            return;
        }
        CompletableFuture<DemoContent.Loaded> work = demo.load();
        ProgressLine line = new ProgressLine(terminal, "cli.loading");
        while (true) {
            platform.loading()
                    .progress()
                    .filter(progress -> progress.done() > 0)
                    .ifPresent((Loading.Progress progress) -> line.at(progress.done(), progress.total()));
            try {
                DemoContent.Loaded loaded = work.get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                line.end();
                terminal.say("cli.loaded", loaded.documents(), loaded.failed().size());
                return;
            } catch (TimeoutException e) {
                // it goes on
            } catch (ExecutionException e) {
                // the server goes on without; the next start tries again
                Logger log = LoggerFactory.getLogger(RunCommand.class);
                log.error("the demo documents could not be loaded", e.getCause());
                return;
            }
        }
    }
}
