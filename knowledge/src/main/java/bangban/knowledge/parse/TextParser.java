package bangban.knowledge.parse;

import bangban.knowledge.parse.ParseException.Reason;
import bangban.knowledge.parse.Piece.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Plain text. A blank line, a number or an indent begins a paragraph; lines broken at a width are joined again. */
final class TextParser implements DocumentParser {

    /** A line shorter than this was ended by its writer, not by a width. */
    private static final int SHORTEST_BROKEN_LINE = 30;

    private final Limits limits;

    TextParser(Limits limits) {
        this.limits = limits;
    }

    @Override
    public boolean reads(SourceFile file) {
        String name = file.name().toLowerCase(Locale.ROOT);
        return name.endsWith(".txt") || name.endsWith(".text") || name.endsWith(".log");
    }

    @Override
    public Outline parse(SourceFile file) throws ParseException {
        List<Piece> pieces = pieces(read(file, limits));
        if (pieces.isEmpty()) {
            throw new ParseException(Reason.EMPTY, "the file has no text");
        }
        return StructureRecogniser.recognise(null, pieces, null);
    }

    /** @param text with line ends as \n */
    static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        String pending = "";
        int lastLength = 0;
        for (String raw : text.lines().toList()) {
            String line = PlainText.line(raw);
            boolean begins = line.isEmpty()
                    || raw.startsWith("\u3000")
                    || raw.startsWith("  ")
                    || raw.startsWith("\t")
                    || lastLength < SHORTEST_BROKEN_LINE
                    || PlainText.endsSentence(pending)
                    || LineStart.of(line).isPresent();
            if (begins && !pending.isEmpty()) {
                pieces.add(new Paragraph(pending));
                pending = "";
            }
            pending = PlainText.join(pending, line);
            lastLength = line.length();
        }
        if (!pending.isEmpty()) {
            pieces.add(new Paragraph(pending));
        }
        return pieces;
    }

    /** The file's text with line ends as \n. */
    static String read(SourceFile file, Limits limits) throws ParseException {
        limits.checkBytes(file);
        String text = TextEncoding.decode(file.bytes())
                .orElseThrow(() -> new ParseException(Reason.CORRUPT, "the file is in no known text encoding"));
        limits.checkCharacters(text.length());
        return text.replace("\r\n", "\n").replace('\r', '\n').replace('\f', '\n');
    }
}
