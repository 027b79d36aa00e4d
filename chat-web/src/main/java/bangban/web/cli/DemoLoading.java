package bangban.web.cli;

import bangban.web.platform.DemoContent;
import bangban.web.platform.Platform;
import bangban.web.start.DiskFull;
import java.io.PrintStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The demo documents on their way in, with a line that says how far they are. */
final class DemoLoading {

    private static final int LOOK_EVERY_MILLIS = 300;

    private DemoLoading() {}

    /** Returns when they are in, or cannot be put in now: the platform goes on without, and the next start tries again. */
    static void show(Platform platform, Terminal terminal, PrintStream out) throws InterruptedException {
        DemoContent demo = platform.demo();
        if (!demo.isWanted() || demo.isLoaded()) {
            return;
        }
        CompletableFuture<DemoContent.Loaded> work = demo.load();
        ProgressLine line = new ProgressLine(terminal, out, "cli.loading");
        while (true) {
            platform.loading()
                    .progress()
                    .filter(progress -> progress.done() > 0)
                    .ifPresent(progress -> line.at(progress.done(), progress.total()));
            try {
                DemoContent.Loaded loaded = work.get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                line.end();
                out.println(terminal.phrases()
                        .text("cli.loaded", loaded.documents(), loaded.failed().size()));
                if (!demo.isLoaded()) {
                    terminal.complain("cli.not-loaded");
                }
                return;
            } catch (TimeoutException e) {
                // it goes on
            } catch (ExecutionException e) {
                line.end();
                notLoaded(e, platform, terminal);
                return;
            }
        }
    }

    private static void notLoaded(ExecutionException failure, Platform platform, Terminal terminal) {
        terminal.complain("cli.not-loaded");
        if (DiskFull.causes(failure, platform.folder().root())) {
            terminal.complain("problem.disk-full.detail");
        } else {
            Logger log = LoggerFactory.getLogger(DemoLoading.class);
            log.error("the demo documents could not be loaded", failure);
        }
    }
}
