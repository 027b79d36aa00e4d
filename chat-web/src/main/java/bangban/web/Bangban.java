package bangban.web;

import bangban.web.cli.CommandLine;

/** Where the process begins. */
public final class Bangban {

    private Bangban() {}

    /** Ends the process with the command's exit code; a server goes on until it is stopped. */
    public static void main(String[] arguments) {
        int code = CommandLine.run(arguments);
        if (code != CommandLine.GOES_ON) {
            System.exit(code);
        }
    }
}
