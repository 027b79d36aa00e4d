package bangban.knowledge.parse;

import bangban.knowledge.parse.ParseException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Word files (.docx): headings by style or outline level, visible numbers, tables, footnotes. Pages are not stored in the format. */
final class WordParser implements DocumentParser {

    private final Limits limits;

    WordParser(Limits limits) {
        this.limits = limits;
    }

    @Override
    public boolean reads(SourceFile file) {
        return file.isNamed(".docx", ".docm", ".dotx") || OfficeFile.isEncrypted(file);
    }

    @Override
    public Outline parse(SourceFile file) throws ParseException {
        OfficeFile.check(file, limits);
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file.bytes()))) {
            WordReader reader = new WordReader(document);
            List<Piece> pieces = reader.read();
            if (pieces.isEmpty()) {
                throw new ParseException(Reason.NO_TEXT, "the document has no text");
            }
            Outline outline = StructureRecogniser.recognise(reader.title(), pieces, null);
            limits.checkCharacters(outline.text().length());
            return outline;
        } catch (IOException | RuntimeException e) { // POI reports damage by many unchecked exceptions
            throw OfficeFile.failure(e);
        }
    }
}
