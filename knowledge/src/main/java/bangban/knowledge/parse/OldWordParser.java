package bangban.knowledge.parse;

import bangban.knowledge.parse.ParseException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.hwpf.HWPFDocument;

/** Word files until 2003 (.doc, .wps): headings by style or outline level, visible numbers, tables, footnotes. */
final class OldWordParser implements DocumentParser {

    private final Limits limits;

    OldWordParser(Limits limits) {
        this.limits = limits;
    }

    @Override
    public boolean reads(SourceFile file) {
        return file.isNamed(".doc", ".dot", ".wps");
    }

    @Override
    public Outline parse(SourceFile file) throws ParseException {
        OfficeFile.checkOld(file, limits);
        try (HWPFDocument document = new HWPFDocument(new ByteArrayInputStream(file.bytes()))) {
            limits.checkCharacters(document.characterLength());
            OldWordReader reader = new OldWordReader(document);
            List<Piece> pieces = reader.read();
            if (pieces.isEmpty()) {
                throw new ParseException(Reason.NO_TEXT, "the document has no text");
            }
            return StructureRecogniser.recognise(reader.title(), pieces, null);
        } catch (IOException | RuntimeException e) { // POI reports damage by many unchecked exceptions
            throw OfficeFile.failure(e);
        }
    }
}
