package bangban.runtime.model;

import java.util.Locale;

/** Leaves out {@code <think>…</think>} from text that comes in pieces; a tag may be spread over several. */
final class ThinkFilter {

    private static final String OPEN = "<think>";
    private static final String CLOSE = "</think>";

    private final StringBuilder held = new StringBuilder();
    private boolean thinking;

    /** What of the text so far can be passed on now. */
    String accept(String piece) {
        held.append(piece);
        StringBuilder visible = new StringBuilder();
        while (true) {
            String tag = thinking ? CLOSE : OPEN;
            int at = held.toString().toLowerCase(Locale.ROOT).indexOf(tag);
            int end = at >= 0 ? at : held.length() - begun(tag);
            if (!thinking) {
                visible.append(held, 0, end);
            }
            if (at < 0) {
                held.delete(0, end);
                return visible.toString();
            }
            held.delete(0, at + tag.length());
            thinking = !thinking;
        }
    }

    /** How many of the last characters may be the beginning of the tag. */
    private int begun(String tag) {
        for (int length = Math.min(tag.length() - 1, held.length()); length > 0; length--) {
            String tail = held.substring(held.length() - length).toLowerCase(Locale.ROOT);
            if (tag.startsWith(tail)) {
                return length;
            }
        }
        return 0;
    }

    /** What was held back at the end of the text; nothing of an unclosed block. */
    String rest() {
        String rest = thinking ? "" : held.toString();
        held.setLength(0);
        return rest;
    }
}
