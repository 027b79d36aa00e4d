package bangban.agents.general;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes sentences of text that comes in pieces. A sentence ends at a Chinese full stop or its like, at a line break, and at a Latin one
 * that a blank follows; a fenced block of code is one. Joined they are the text again, but for blanks at its end.
 */
final class SentenceBuffer {

    private static final String ENDS = "。！？；";
    private static final String FENCE = "```";

    private final StringBuilder held = new StringBuilder();
    private int line;
    private boolean fenced;

    /** The sentences that are complete now. */
    List<String> accept(String piece) {
        List<String> complete = new ArrayList<>();
        for (int i = 0; i < piece.length(); i++) {
            char c = piece.charAt(i);
            if (!fenced && Character.isWhitespace(c) && endsLatinSentence()) {
                take(complete);
            }
            held.append(c);
            if (c == '\n') {
                endLine();
            }
            if (!fenced && (c == '\n' || ENDS.indexOf(c) >= 0)) {
                take(complete);
            }
        }
        return complete;
    }

    private void endLine() {
        if (held.substring(line).strip().startsWith(FENCE)) {
            fenced = !fenced;
        }
        line = held.length();
    }

    /** So that 1. and 3.5 do not end one. */
    private boolean endsLatinSentence() {
        int last = held.length() - 1;
        if (last < 1) {
            return false;
        }
        char c = held.charAt(last);
        return c == '!' || c == '?' || (c == '.' && Character.isLetter(held.charAt(last - 1)));
    }

    private void take(List<String> complete) {
        if (held.isEmpty() || held.toString().isBlank()) {
            return;
        }
        complete.add(held.toString());
        held.setLength(0);
        line = 0;
    }

    /** What was left when the text ended. */
    List<String> rest() {
        List<String> rest = new ArrayList<>();
        take(rest);
        return rest;
    }
}
