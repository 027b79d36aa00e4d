package bangban.knowledge.parse;

import static bangban.knowledge.parse.Fixtures.lines;
import static bangban.knowledge.parse.Fixtures.parse;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class SheetsTest {

    @Test
    void aSecondTableBehindAnEmptyRowHasItsOwnHeader() throws IOException, ParseException {
        Outline outline = read(sheet -> {
            row(sheet, 0, "项目", "金额");
            row(sheet, 1, "差旅", 120);
            row(sheet, 3, "部门", "人数", "备注");
            row(sheet, 4, "采购部", 12, "含外聘");
        });
        assertThat(lines(outline))
                .containsExactly(
                        "HEADING 表", "TABLE 项目 | 金额", "ROW 差旅 | 120", "TABLE 部门 | 人数 | 备注", "ROW 采购部 | 12 | 含外聘");
    }

    @Test
    void aTableGoesOnBehindAnEmptyRow() throws IOException, ParseException {
        Outline outline = read(sheet -> {
            row(sheet, 0, "项目", "金额");
            row(sheet, 1, "差旅", 120);
            row(sheet, 3, "会议", 80);
        });
        assertThat(lines(outline)).containsExactly("HEADING 表", "TABLE 项目 | 金额", "ROW 差旅 | 120", "ROW 会议 | 80");
    }

    @Test
    void linesOverTheHeaderAreNoHeader() throws IOException, ParseException {
        Outline outline = read(sheet -> {
            row(sheet, 0, "库存台账");
            row(sheet, 1, "编制单位：设备部", "日期：2025年3月");
            row(sheet, 2, "名称", "数量");
            row(sheet, 3, "风口", 24);
        });
        assertThat(lines(outline))
                .containsExactly(
                        "HEADING 表", "PARAGRAPH 库存台账", "PARAGRAPH 编制单位：设备部 日期：2025年3月", "TABLE 名称 | 数量", "ROW 风口 | 24");
    }

    @Test
    void leavesHiddenRowsAndColumnsOutAndKeepsFilteredOnes() throws IOException, ParseException {
        Outline outline = read(sheet -> {
            row(sheet, 0, "姓名", "底薪", "部门");
            row(sheet, 1, "甲", 9000, "采购部");
            row(sheet, 2, "乙", 8000, "财务部");
            row(sheet, 3, "丙", 7000, "法务部");
            sheet.setColumnHidden(1, true);
            sheet.getRow(2).setZeroHeight(true);
            sheet.getRow(3).setZeroHeight(true);
            sheet.setAutoFilter(new CellRangeAddress(0, 2, 0, 2));
        });
        assertThat(lines(outline)).containsExactly("HEADING 表", "TABLE 姓名 | 部门", "ROW 甲 | 采购部", "ROW 乙 | 财务部");
    }

    @Test
    void readsWhatAStreamingWriterWrote() throws IOException, ParseException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SXSSFWorkbook workbook = new SXSSFWorkbook()) {
            var sheet = workbook.createSheet("导出");
            sheet.createRow(0).createCell(0).setCellValue("项目");
            sheet.getRow(0).createCell(1).setCellValue("金额");
            sheet.createRow(1).createCell(0).setCellValue("差旅");
            sheet.getRow(1).createCell(1).setCellValue(120);
            workbook.write(bytes);
        }
        assertThat(lines(parse("导出.xlsx", bytes.toByteArray()))).contains("ROW 差旅 | 120");
    }

    @Test
    void aFilterThatPointsNowhereHindersNothing() throws IOException, ParseException {
        Outline outline = read(sheet -> {
            row(sheet, 0, "项目", "金额");
            row(sheet, 1, "差旅", 120);
            Name filter = sheet.getWorkbook().createName();
            filter.setNameName("_xlnm._FilterDatabase");
            filter.setSheetIndex(0);
            filter.setRefersToFormula("#REF!");
        });
        assertThat(lines(outline)).contains("ROW 差旅 | 120");
    }

    @Test
    void aValueLeftOfTheHeaderIsNotLost() throws IOException, ParseException {
        Outline outline = read(sheet -> {
            cell(sheet, 0, 1, "名称");
            cell(sheet, 0, 2, "数量");
            row(sheet, 1, "小计", "风口", 24);
        });
        assertThat(lines(outline)).contains("TABLE | 名称 | 数量", "ROW 小计 | 风口 | 24");
    }

    @Test
    void showsPercentagesAndCurrencyAsTheSheetDoes() throws IOException, ParseException {
        Outline outline = read(sheet -> {
            row(sheet, 0, "项目", "占比", "金额");
            row(sheet, 1, "差旅", 0.125, 1234.5);
            style(sheet.getRow(1).getCell(1), "0.0%");
            style(sheet.getRow(1).getCell(2), "\"¥\"#,##0.00");
        });
        assertThat(lines(outline)).contains("ROW 差旅 | 12.5% | ¥1,234.50");
    }

    private static Outline read(Consumer<XSSFSheet> content) throws IOException, ParseException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            content.accept(workbook.createSheet("表"));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return parse("表.xlsx", bytes.toByteArray());
        }
    }

    private static void row(XSSFSheet sheet, int at, Object... values) {
        for (int column = 0; column < values.length; column++) {
            cell(sheet, at, column, values[column]);
        }
    }

    private static void cell(XSSFSheet sheet, int row, int column, Object value) {
        Row cells = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        Cell cell = cells.createCell(column);
        switch (value) {
            case Number number -> cell.setCellValue(number.doubleValue());
            default -> cell.setCellValue(value.toString());
        }
    }

    private static void style(Cell cell, String format) {
        CellStyle style = cell.getSheet().getWorkbook().createCellStyle();
        style.setDataFormat(cell.getSheet().getWorkbook().createDataFormat().getFormat(format));
        cell.setCellStyle(style);
    }
}
