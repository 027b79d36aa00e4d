package bangban.knowledge.parse;

import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** A cell's value as Excel shows it. */
final class CellText {

    /** The built-in short date; Excel shows it in the reader's own order. */
    private static final int SHORT_DATE = 14;

    private static final int SHORT_DATE_TIME = 22;

    private static final Pattern QUOTED_HAN = Pattern.compile("\"(\\p{IsHan}+)\"");

    private final DataFormatter formatter = new DataFormatter(Locale.CHINA);

    CellText() {
        formatter.setUseCachedValuesForFormulaCells(true);
    }

    String of(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        if (type == CellType.ERROR) {
            return "";
        }
        short format = cell.getCellStyle().getDataFormat();
        if (type == CellType.NUMERIC
                && DateUtil.isADateFormat(format, cell.getCellStyle().getDataFormatString())
                && DateUtil.isValidExcelDate(cell.getNumericCellValue())) {
            String shown =
                    formatter.formatRawCellContents(cell.getNumericCellValue(), format, datePattern(cell, format));
            return PlainText.cell(shown);
        }
        return PlainText.cell(formatter.formatCellValue(cell));
    }

    /** POI shows the quotes around 年 and 月; they are needed around Latin letters only. */
    private static String datePattern(Cell cell, short format) {
        return switch (format) {
            case SHORT_DATE -> "yyyy/m/d";
            case SHORT_DATE_TIME -> "yyyy/m/d h:mm";
            default ->
                QUOTED_HAN.matcher(cell.getCellStyle().getDataFormatString()).replaceAll("$1");
        };
    }
}
