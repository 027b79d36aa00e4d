package bangban.knowledge.parse;

import bangban.knowledge.parse.ParseException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Excel files (.xlsx): visible sheets, displayed values, formulas by their stored results. */
final class ExcelParser implements DocumentParser {

    private final Limits limits;

    ExcelParser(Limits limits) {
        this.limits = limits;
    }

    @Override
    public boolean reads(SourceFile file) {
        return OfficeFile.is(file, ".xlsx", "xl/workbook.xml");
    }

    @Override
    public Outline parse(SourceFile file) throws ParseException {
        OfficeFile.check(file, limits);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file.bytes()))) {
            List<Piece> pieces = new ArrayList<>();
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                if (workbook.getSheetVisibility(i) == SheetVisibility.VISIBLE) {
                    sheet(workbook.getSheetAt(i), pieces);
                }
            }
            if (pieces.isEmpty()) {
                throw new ParseException(Reason.EMPTY, "no visible sheet has a value");
            }
            Outline outline = StructureRecogniser.recognise(fileTitle(file), pieces, null);
            limits.checkCharacters(outline.text().length());
            return outline;
        } catch (IOException | RuntimeException e) { // POI reports damage by many unchecked exceptions
            throw OfficeFile.failure(e);
        }
    }

    private static void sheet(XSSFSheet sheet, List<Piece> pieces) {
        List<Piece> content = new SheetReader(sheet).read();
        if (!content.isEmpty()) {
            pieces.add(new Piece.Paragraph(PlainText.line(sheet.getSheetName()), 2));
            pieces.addAll(content);
        }
    }

    private static String fileTitle(SourceFile file) {
        int dot = file.name().lastIndexOf('.');
        return dot > 0 ? file.name().substring(0, dot) : file.name();
    }
}
