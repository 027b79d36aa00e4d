package bangban.knowledge.parse;

import bangban.knowledge.parse.ParseException.Reason;
import java.util.List;
import java.util.Locale;

/** Markdown, of which headings, lists, quotes, tables and emphasis are read; comments and front matter are left out. */
final class MarkdownParser implements DocumentParser {

    private final Limits limits;

    MarkdownParser(Limits limits) {
        this.limits = limits;
    }

    @Override
    public boolean reads(SourceFile file) {
        String name = file.name().toLowerCase(Locale.ROOT);
        return name.endsWith(".md") || name.endsWith(".markdown");
    }

    @Override
    public Outline parse(SourceFile file) throws ParseException {
        String text = TextParser.read(file, limits);
        MarkdownReader reader = new MarkdownReader();
        List<Piece> pieces = reader.read(text);
        if (pieces.isEmpty()) {
            throw new ParseException(Reason.EMPTY, "the file has no text");
        }
        return StructureRecogniser.recognise(null, pieces, null);
    }
}
