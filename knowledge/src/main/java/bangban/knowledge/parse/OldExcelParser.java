package bangban.knowledge.parse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;

/** Excel files until 2003 (.xls, .et), read as the newer ones are. */
final class OldExcelParser implements DocumentParser {

    private final Limits limits;

    OldExcelParser(Limits limits) {
        this.limits = limits;
    }

    @Override
    public boolean reads(SourceFile file) {
        return file.isNamed(".xls", ".xlt", ".et");
    }

    @Override
    public Outline parse(SourceFile file) throws ParseException {
        OfficeFile.checkOld(file, limits);
        try (HSSFWorkbook workbook = new HSSFWorkbook(new ByteArrayInputStream(file.bytes()))) {
            return ExcelParser.outline(workbook, file, limits);
        } catch (IOException | RuntimeException e) { // POI reports damage by many unchecked exceptions
            throw OfficeFile.failure(e);
        }
    }
}
