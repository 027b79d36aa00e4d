package bangban.web.cli;

/** How far something is: one line that is written over where a person watches, else a line every tenth part. */
final class ProgressLine {

    private final Terminal terminal;
    private final String key;
    private int tenths;
    private int shown = -1;

    ProgressLine(Terminal terminal, String key) {
        this.terminal = terminal;
        this.key = key;
    }

    synchronized void at(int done, int total) {
        if (done <= shown) {
            return;
        }
        shown = done;
        if (terminal.interactive()) {
            terminal.out().print("\r" + terminal.phrases().text(key, done, total));
            terminal.out().flush();
        } else if (done * 10 / Math.max(1, total) > tenths) {
            tenths = done * 10 / Math.max(1, total);
            terminal.say(key, done, total);
        }
    }

    synchronized void end() {
        if (terminal.interactive() && shown >= 0) {
            terminal.out().println();
        }
    }
}
