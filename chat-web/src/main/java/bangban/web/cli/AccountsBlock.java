package bangban.web.cli;

import bangban.runtime.identity.Principal;
import bangban.web.phrase.Phrases;
import bangban.web.platform.FirstStart;
import java.io.PrintStream;

/** The accounts of a first start, shown once. */
final class AccountsBlock {

    private AccountsBlock() {}

    static void print(FirstStart.Made made, PrintStream out, Phrases phrases) {
        out.println();
        out.println(phrases.text(made.chosen() ? "cli.accounts-chosen" : "cli.accounts"));
        for (Principal principal : made.accounts()) {
            out.printf(
                    "  %-10s %s  %s  %s%n",
                    principal.user(),
                    principal.displayName(),
                    principal.org().value(),
                    principal.clearance().label());
        }
        if (!made.chosen()) {
            out.println(phrases.text("cli.password", made.password()));
        }
        out.println();
    }
}
