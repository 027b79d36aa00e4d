package bangban.knowledge.parse;

import bangban.knowledge.parse.RtfState.Destination;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rich text's tokens into characters and paragraphs; charsets by code page and font, Unicode with its fallback left out. */
final class RtfReader implements RtfTokens.Listener {

    private static final int DEEPEST = 1000;
    private static final Charset WESTERN = Charset.forName("windows-1252");
    /** Groups that hold no text of the document's body, or hold it a second time. */
    private static final Set<String> SKIPPED = Set.of(
            "colortbl",
            "info",
            "pict",
            "nonshppict",
            "objdata",
            "header",
            "headerl",
            "headerr",
            "headerf",
            "footer",
            "footerl",
            "footerr",
            "footerf",
            "fldinst",
            "listtable",
            "listoverridetable",
            "revtbl",
            "sn",
            "sv",
            "shprslt",
            "tc",
            "xe",
            "filetbl",
            "ftnsep",
            "ftnsepc",
            "aftnsep",
            "private",
            "upr");

    private final Deque<RtfState> groups = new ArrayDeque<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Map<Integer, Charset> fonts = new HashMap<>();
    private final RtfBody body = new RtfBody();
    private RtfState state = new RtfState(WESTERN);
    private Charset standard = WESTERN;
    private boolean ignorable;
    private int toSkip;

    List<Piece> pieces() {
        decode();
        return body.finish(state);
    }

    /** What stands in the title style, null where nothing does. */
    @Nullable
    String title() {
        return body.title();
    }

    @Override
    public void begin() {
        decode();
        toSkip = 0;
        if (groups.size() < DEEPEST) {
            groups.push(state);
            state = state.copy();
        }
    }

    @Override
    public void end() {
        decode();
        toSkip = 0;
        Destination left = state.destination;
        state = groups.isEmpty() ? state : groups.pop();
        if (left == Destination.FOOTNOTE && state.destination != Destination.FOOTNOTE) {
            body.endNote();
        }
    }

    @Override
    public void text(byte value) {
        if (toSkip > 0) {
            toSkip--;
        } else if (state.isShown()) {
            bytes.write(value);
        }
        ignorable = false;
    }

    @Override
    public void symbol(char symbol) {
        decode();
        ignorable = symbol == '*';
        switch (symbol) {
            case '~' -> shown(" ");
            case '_' -> shown("-");
            default -> {}
        }
    }

    @Override
    public void word(String word, int number) {
        boolean optional = ignorable;
        ignorable = false;
        if (word.equals("u")) {
            unicode(number);
            return;
        }
        decode();
        toSkip = 0;
        if (begins(word)) {
            return;
        }
        if (optional && !word.equals("shpinst")) {
            state.destination = Destination.NOWHERE;
        } else if (state.destination == Destination.FONTS || state.destination == Destination.STYLES) {
            entry(word, number);
        } else if (state.destination != Destination.NOWHERE) {
            inText(word, number);
        }
    }

    private boolean begins(String word) {
        Destination begun = switch (word) {
            case "fonttbl" -> Destination.FONTS;
            case "stylesheet" -> Destination.STYLES;
            case "listtext", "pntext" -> Destination.LIST_NUMBER;
            case "footnote" -> Destination.FOOTNOTE;
            default -> SKIPPED.contains(word) ? Destination.NOWHERE : null;
        };
        if (begun == null) {
            return false;
        }
        if (state.destination != Destination.NOWHERE) {
            state.destination = begun;
            if (begun == Destination.FOOTNOTE) {
                body.beginNote();
            }
        }
        return true;
    }

    private void entry(String word, int number) {
        if (word.equals(state.destination == Destination.FONTS ? "f" : "s")) {
            state.entry = number;
        } else if (word.equals("fcharset")) {
            fonts.put(state.entry, charset(number));
        } else {
            body.style(state.entry, word, number);
        }
    }

    private void inText(String word, int number) {
        switch (word) {
            case "ansicpg" -> {
                standard = codePage(number);
                state.charset = standard;
            }
            case "uc" -> state.fallback = Math.max(0, number);
            case "f" -> state.charset = fonts.getOrDefault(number, standard);
            case "plain" -> {
                state.hidden = false;
                state.charset = standard;
            }
            case "v", "deleted" -> state.hidden = number != 0;
            case "emdash" -> shown("—");
            case "endash" -> shown("–");
            case "bullet" -> shown("•");
            case "lquote" -> shown("‘");
            case "rquote" -> shown("’");
            case "ldblquote" -> shown("“");
            case "rdblquote" -> shown("”");
            case "emspace", "enspace", "tab" -> shown(" ");
            case "line" -> shown("\n");
            default -> body.word(word, number, state);
        }
    }

    private void unicode(int number) {
        if (bytes.size() > 0) {
            decode();
        }
        shown(String.valueOf((char) number));
        toSkip = state.fallback;
    }

    private void shown(String text) {
        if (state.isShown()) {
            body.text(text, state);
        }
    }

    private void decode() {
        if (bytes.size() > 0) {
            String text = bytes.toString(state.charset);
            bytes.reset();
            body.text(text, state);
        }
    }

    private Charset charset(int number) {
        return switch (number) {
            case 128 -> Charset.forName("windows-31j");
            case 129 -> Charset.forName("x-windows-949");
            case 134 -> Charset.forName("GB18030");
            case 136 -> Charset.forName("x-windows-950");
            case 204 -> Charset.forName("windows-1251");
            default -> standard;
        };
    }

    private static Charset codePage(int number) {
        return switch (number) {
            case 936, 54936 -> Charset.forName("GB18030");
            case 950 -> Charset.forName("x-windows-950");
            case 932 -> Charset.forName("windows-31j");
            case 949 -> Charset.forName("x-windows-949");
            case 1251 -> Charset.forName("windows-1251");
            case 65001 -> Charset.forName("UTF-8");
            default -> WESTERN;
        };
    }
}
