package bangban.web.cli;

import java.io.PrintStream;

/** How far something is: one line that is written over where a person watches, else a line every tenth part. */
final class ProgressLine {

    private final Terminal terminal;
    private final PrintStream out;
    private final String key;
    private int tenths;
    private int shown = -1;

    ProgressLine(Terminal terminal, PrintStream out, String key) {
        this.terminal = terminal;
        this.out = out;
        this.key = key;
    }

    synchronized void at(int done, int total) {
        if (done <= shown) {
            return;
        }
        shown = done;
        if (terminal.interactive()) {
            out.print("\r" + terminal.phrases().text(key, done, total));
            out.flush();
        } else if (done * 10 / Math.max(1, total) > tenths) {
            tenths = done * 10 / Math.max(1, total);
            out.println(terminal.phrases().text(key, done, total));
        }
    }

    synchronized void end() {
        if (terminal.interactive() && shown >= 0) {
            out.println();
        }
    }
}
