package bangban.knowledge.parse;

import static bangban.knowledge.parse.Fixtures.lines;
import static bangban.knowledge.parse.Fixtures.parse;
import static bangban.knowledge.parse.Fixtures.resource;
import static org.assertj.core.api.Assertions.assertThat;

import bangban.knowledge.catalog.Format;
import bangban.knowledge.parse.ParseException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OldOfficeTest {

    @Test
    void readsHeadingsNumbersAndMergedCellsOfAnOldWordFile() throws ParseException {
        Outline outline = parse("travel.doc", resource("travel.doc"));
        assertThat(lines(outline))
                .containsExactly(
                        "HEADING 差旅管理办法",
                        "HEADING 第一章 总则",
                        "CLAUSE 第一条 为规范差旅，制定本办法。",
                        "CLAUSE 第二条 下列人员适用：",
                        "ITEM 1. 正式员工；",
                        "ITEM 2. 外聘专家。",
                        "ITEM • 外层",
                        "ITEM ◦ 内层",
                        "HEADING 第二章 标准",
                        "TABLE 级别 | 标准 / 住宿 | 标准 / 交通",
                        "ROW A | 500 | 80",
                        "ROW A | 450 | 70",
                        "PARAGRAPH 注：见附件。");
    }

    @Test
    void unrollsTheHeaderOfAnOldSheetAsOfANewOne() throws IOException, ParseException {
        byte[] bytes = sheet(null);
        Outline outline = parse("标准.xls", bytes);
        assertThat(lines(outline)).containsExactly("HEADING 标准", "TABLE 城市 | 标准 / 旺季 | 标准 / 淡季", "ROW 上海 | 650 | 500");
        assertThat(outline.blocks().getLast().label()).isEqualTo("标准!A3:C3");
    }

    @Test
    void tellsOldFilesApartByWhatIsInside() throws IOException {
        assertThat(format("travel.docx", resource("travel.doc"))).isEqualTo(Format.DOC);
        assertThat(format("制度.wps", resource("travel.doc"))).isEqualTo(Format.DOC);
        assertThat(format("台账.et", sheet(null))).isEqualTo(Format.XLS);
    }

    @Test
    void saysThatAnOldFileIsEncryptedOrDamaged() throws IOException {
        TextFormatsTest.assertReason(Reason.ENCRYPTED, "标准.xls", sheet("secret"));
        byte[] doc = resource("travel.doc");
        TextFormatsTest.assertReason(Reason.CORRUPT, "travel.doc", Arrays.copyOf(doc, doc.length / 3));
        TextFormatsTest.assertReason(Reason.CORRUPT, "travel.ppt", "no slides".getBytes(StandardCharsets.UTF_8));
    }

    private static Format format(String name, byte[] bytes) {
        return Parsers.standard().format(new SourceFile(name, bytes)).orElseThrow();
    }

    private static byte[] sheet(@Nullable String password) throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            var sheet = workbook.createSheet("标准");
            var top = sheet.createRow(0);
            top.createCell(0).setCellValue("城市");
            top.createCell(1).setCellValue("标准");
            sheet.addMergedRegion(new CellRangeAddress(0, 1, 0, 0));
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 1, 2));
            var below = sheet.createRow(1);
            below.createCell(1).setCellValue("旺季");
            below.createCell(2).setCellValue("淡季");
            var row = sheet.createRow(2);
            row.createCell(0).setCellValue("上海");
            row.createCell(1).setCellValue(650);
            row.createCell(2).setCellValue(500);
            Biff8EncryptionKey.setCurrentUserPassword(password);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return bytes.toByteArray();
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }
}
