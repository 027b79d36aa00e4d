package bangban.web.cli;

import bangban.web.platform.FirstStart;
import bangban.web.platform.Platform;
import java.io.PrintStream;
import java.util.Optional;

/** What every command does first with the platform that it opened: the first accounts, and what an operator should know. */
final class Opening {

    private Opening() {}

    /** For a command that answers on standard output: whatever is said here goes elsewhere. */
    static void of(Platform platform, Terminal terminal) {
        Optional<FirstStart.Made> made = begin(platform, terminal);
        made.filter(accounts -> !accounts.chosen()).ifPresent(accounts -> print(accounts, terminal.error(), terminal));
    }

    /** For the server: the accounts are what a first reader looks for. */
    static void ofServer(Platform platform, String url, Terminal terminal) {
        Optional<FirstStart.Made> made = begin(platform, terminal);
        terminal.say("cli.ready", url);
        made.ifPresent(accounts -> print(accounts, terminal.out(), terminal));
    }

    private static Optional<FirstStart.Made> begin(Platform platform, Terminal terminal) {
        if (!platform.folder().isOwnersOnly()) {
            terminal.complain("start.folder-open", platform.folder().root().toString());
        }
        Optional<FirstStart.Made> made = platform.firstStart().makeAccounts();
        if (platform.firstStart().keepsDemo()) {
            terminal.complain("start.demo-stays");
        }
        return made;
    }

    private static void print(FirstStart.Made made, PrintStream out, Terminal terminal) {
        AccountsBlock.print(made, out, terminal.phrases());
    }
}
