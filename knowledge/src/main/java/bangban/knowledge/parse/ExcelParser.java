package bangban.knowledge.parse;

import bangban.knowledge.parse.ParseException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Excel files (.xlsx): visible sheets, displayed values, formulas by their stored results. What is hidden is left out, since who wrote
 * it did not mean it to be read.
 */
final class ExcelParser implements DocumentParser {

    private final Limits limits;

    ExcelParser(Limits limits) {
        this.limits = limits;
    }

    @Override
    public boolean reads(SourceFile file) {
        return file.isNamed(".xlsx", ".xlsm", ".xltx");
    }

    @Override
    public Outline parse(SourceFile file) throws ParseException {
        OfficeFile.check(file, limits);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file.bytes()))) {
            return outline(workbook, file, limits);
        } catch (IOException | RuntimeException e) { // POI reports damage by many unchecked exceptions
            throw OfficeFile.failure(e);
        }
    }

    static Outline outline(Workbook workbook, SourceFile file, Limits limits) throws ParseException {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            if (workbook.getSheetVisibility(i) == SheetVisibility.VISIBLE) {
                pieces.addAll(SheetReader.named(new WorkbookCells(workbook.getSheetAt(i))));
            }
        }
        if (pieces.isEmpty()) {
            throw new ParseException(Reason.EMPTY, "no visible sheet has a value");
        }
        Outline outline = StructureRecogniser.recognise(file.stem(), pieces, null);
        limits.checkCharacters(outline.text().length());
        return outline;
    }
}
