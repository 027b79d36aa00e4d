package bangban.knowledge.parse;

import static bangban.knowledge.parse.Fixtures.lines;
import static org.assertj.core.api.Assertions.assertThat;

import bangban.knowledge.parse.ParseException.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

class OfficeFormatsTest {

    private static final Limits SMALL_HEAP = Limits.within(360L << 20);

    @Test
    void writesTheNumbersThatWordShows() throws IOException, ParseException {
        try (XWPFDocument document = new XWPFDocument()) {
            BigInteger list = numbering(document);
            heading(document, "总则", 0);
            numbered(document, list, 0, "为规范合同管理，制定本办法。");
            numbered(document, list, 0, "下列合同应当会签：");
            numbered(document, list, 1, "采购合同；");
            numbered(document, list, 1, "租赁合同。");
            numbered(document, list, 0, "本办法自发布之日起施行。");
            Outline outline = parse(document);
            assertThat(lines(outline))
                    .containsExactly(
                            "HEADING 总则",
                            "CLAUSE 第一条 为规范合同管理，制定本办法。",
                            "CLAUSE 第二条 下列合同应当会签：",
                            "ITEM （一） 采购合同；",
                            "ITEM （二） 租赁合同。",
                            "CLAUSE 第三条 本办法自发布之日起施行。");
        }
    }

    @Test
    void fillsMergedCellsAndKeepsFootnotes() throws IOException, ParseException {
        try (XWPFDocument document = new XWPFDocument()) {
            heading(document, "标准", 0);
            XWPFParagraph paragraph = document.createParagraph();
            paragraph.createRun().setText("住宿费按下表执行");
            document.createFootnotes();
            var note = document.createFootnote();
            note.createParagraph().createRun().setText("含税。");
            paragraph.addFootnoteReference(note);
            paragraph.createRun().setText("。");
            XWPFTable table = document.createTable(3, 2);
            table.getRow(0).getCell(0).setText("地区");
            table.getRow(0).getCell(1).setText("标准");
            table.getRow(1).getCell(0).setText("华东");
            table.getRow(1).getCell(1).setText("500");
            table.getRow(2).getCell(1).setText("450");
            table.getRow(1).getCell(0).getCTTc().addNewTcPr().addNewVMerge().setVal(STMerge.RESTART);
            table.getRow(2).getCell(0).getCTTc().addNewTcPr().addNewVMerge().setVal(STMerge.CONTINUE);
            assertThat(lines(parse(document)))
                    .containsExactly(
                            "HEADING 标准",
                            "PARAGRAPH 住宿费按下表执行〔注" + note.getId() + "〕。",
                            "PARAGRAPH 注" + note.getId() + "：含税。",
                            "TABLE 地区 | 标准",
                            "ROW 华东 | 500",
                            "ROW 华东 | 450");
        }
    }

    @Test
    void readsSheetsAsTheyAreShown() throws IOException, ParseException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet sheet = workbook.createSheet("标准");
            sheet.createRow(0).createCell(0).setCellValue("住宿费标准表");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 3));
            Row top = sheet.createRow(1);
            top.createCell(0).setCellValue("城市");
            top.createCell(1).setCellValue("标准");
            top.createCell(3).setCellValue("执行日期");
            sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));
            sheet.addMergedRegion(new CellRangeAddress(1, 1, 1, 2));
            sheet.addMergedRegion(new CellRangeAddress(1, 2, 3, 3));
            Row below = sheet.createRow(2);
            below.createCell(1).setCellValue("旺季");
            below.createCell(2).setCellValue("淡季");
            Row row = sheet.createRow(3);
            row.createCell(0).setCellValue("上海");
            CellStyle money = workbook.createCellStyle();
            money.setDataFormat(workbook.createDataFormat().getFormat("#,##0.00"));
            row.createCell(1).setCellValue(1650);
            row.getCell(1).setCellStyle(money);
            row.createCell(2).setCellFormula("B4-150");
            CellStyle date = workbook.createCellStyle();
            date.setDataFormat(workbook.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
            row.createCell(3).setCellValue(LocalDate.of(2025, 3, 1));
            row.getCell(3).setCellStyle(date);
            sheet.createRow(4).createCell(0).setCellValue("注：超标准部分自理。");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            workbook.createSheet("草稿").createRow(0).createCell(0).setCellValue("不可见");
            workbook.setSheetHidden(1, true);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            Outline outline = Parsers.standard().parse(new SourceFile("标准.xlsx", bytes.toByteArray()));
            assertThat(lines(outline))
                    .containsExactly(
                            "HEADING 标准",
                            "PARAGRAPH 住宿费标准表",
                            "TABLE 城市 | 标准 / 旺季 | 标准 / 淡季 | 执行日期",
                            "ROW 上海 | 1,650.00 | 1500 | 2025年3月1日",
                            "PARAGRAPH 注：超标准部分自理。");
            assertThat(outline.blocks()).extracting(Block::label).contains("标准!A1:D1", "标准!A4:D4", "标准!A5");
            assertThat(outline.blocks().get(3).cells()).isEqualTo(List.of("上海", "1,650.00", "1500", "2025年3月1日"));
        }
    }

    @Test
    void saysThatAnOfficeFileIsEncrypted() throws IOException, GeneralSecurityException, InvalidFormatException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("密");
            document.write(plain);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (POIFSFileSystem system = new POIFSFileSystem();
                OPCPackage opened = OPCPackage.open(new ByteArrayInputStream(plain.toByteArray()))) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var stream = encryptor.getDataStream(system)) {
                opened.save(stream);
            }
            system.writeFilesystem(bytes);
        }
        TextFormatsTest.assertReason(Reason.ENCRYPTED, "a.docx", bytes.toByteArray());
    }

    @Test
    void aPartMayWeighATwentyFourthOfTheHeapWithinBounds() {
        assertThat(Limits.within(360L << 20).partBytes()).isEqualTo(15L << 20);
        assertThat(Limits.within(64L << 20).partBytes()).isEqualTo(4L << 20);
        assertThat(Limits.within(64L << 30).partBytes()).isEqualTo(100L << 20);
    }

    @Test
    void refusesSmallFilesThatUnpackToMoreThanTheHeapHolds() throws IOException {
        byte[] bomb = zip(Map.of("word/document.xml", xml(16 << 20)));
        assertThat(bomb).hasSizeLessThan(1 << 20);
        assertThat(reason("a.docx", bomb)).isEqualTo(Reason.TOO_LARGE);
        byte[] many = zip(Map.of("xl/a.xml", xml(11 << 20), "xl/b.xml", xml(11 << 20), "xl/c.png", xml(11 << 20)));
        assertThat(reason("a.xlsx", many)).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void aPictureMayWeighMoreThanAPartThatBecomesATree() throws Exception {
        byte[] picture = new byte[16 << 20];
        new Random(1).nextBytes(picture); // what is packed well would be taken for a bomb
        System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}, 0, picture, 0, 8);
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("第一条 甲。");
            document.addPictureData(picture, PictureType.PNG);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.write(bytes);
            Outline outline = Parsers.within(SMALL_HEAP).parse(new SourceFile("a.docx", bytes.toByteArray()));
            assertThat(outline.text()).contains("甲");
        }
    }

    private static Reason reason(String name, byte[] bytes) {
        try {
            Parsers.within(SMALL_HEAP).parse(new SourceFile(name, bytes));
            throw new AssertionError("read");
        } catch (ParseException e) {
            return e.reason();
        }
    }

    private static byte[] xml(int size) {
        byte[] xml = new byte[size];
        Arrays.fill(xml, (byte) ' ');
        xml[0] = '<';
        return xml;
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static Outline parse(XWPFDocument document) throws IOException, ParseException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.write(bytes);
        return Parsers.standard().parse(new SourceFile("文件.docx", bytes.toByteArray()));
    }

    private static void heading(XWPFDocument document, String text, int level) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.createRun().setText(text);
        paragraph.getCTP().addNewPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(level));
    }

    private static void numbered(XWPFDocument document, BigInteger list, int level, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setNumID(list);
        paragraph.setNumILvl(BigInteger.valueOf(level));
        paragraph.createRun().setText(text);
    }

    /** 第%1条, and （%2） below it. */
    private static BigInteger numbering(XWPFDocument document) {
        CTAbstractNum list = CTAbstractNum.Factory.newInstance();
        list.setAbstractNumId(BigInteger.ZERO);
        level(list, 0, "第%1条");
        level(list, 1, "（%2）");
        XWPFNumbering numbering = document.createNumbering();
        return numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(list)));
    }

    private static void level(CTAbstractNum list, int at, String text) {
        CTLvl level = list.addNewLvl();
        level.setIlvl(BigInteger.valueOf(at));
        level.addNewStart().setVal(BigInteger.ONE);
        level.addNewNumFmt().setVal(STNumberFormat.CHINESE_COUNTING);
        level.addNewLvlText().setVal(text);
    }
}
