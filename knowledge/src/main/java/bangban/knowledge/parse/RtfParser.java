package bangban.knowledge.parse;

import bangban.knowledge.parse.ParseException.Reason;
import java.util.List;

/** Rich text (.rtf): headings by style or outline level, visible numbers, tables, footnotes. */
final class RtfParser implements DocumentParser {

    private final Limits limits;

    RtfParser(Limits limits) {
        this.limits = limits;
    }

    @Override
    public boolean reads(SourceFile file) {
        return file.isNamed(".rtf");
    }

    @Override
    public Outline parse(SourceFile file) throws ParseException {
        limits.checkBytes(file);
        if (FormatSignature.of(file).isEmpty()) {
            throw new ParseException(Reason.CORRUPT, "the file is no rich text, whatever its name says");
        }
        RtfReader reader = new RtfReader();
        RtfTokens.read(file.bytes(), reader);
        List<Piece> pieces = reader.pieces();
        if (pieces.isEmpty()) {
            throw new ParseException(Reason.NO_TEXT, "the document has no text");
        }
        Outline outline = StructureRecogniser.recognise(reader.title(), pieces, null);
        limits.checkCharacters(outline.text().length());
        return outline;
    }
}
