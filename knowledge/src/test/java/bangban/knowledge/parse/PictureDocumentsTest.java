package bangban.knowledge.parse;

import static bangban.knowledge.parse.Fixtures.lines;
import static bangban.knowledge.parse.Fixtures.texts;
import static org.assertj.core.api.Assertions.assertThat;

import bangban.knowledge.parse.ParseException.Reason;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents whose text stands in pictures. */
class PictureDocumentsTest {

    private static byte[] resource(String name) throws IOException {
        try (InputStream stream = PictureDocumentsTest.class.getResourceAsStream("/ocr/" + name)) {
            return Objects.requireNonNull(stream).readAllBytes();
        }
    }

    private static BufferedImage picture(String name) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(resource(name)));
    }

    private static byte[] written(String format, BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, bytes)).isTrue();
        return bytes.toByteArray();
    }

    private static Outline parse(String name, byte[] bytes) throws ParseException {
        return Parsers.standard().parse(new SourceFile(name, bytes));
    }

    @Test
    void aPictureHasTheStructureOfThePageItShows() throws IOException, ParseException {
        Outline outline = parse("车辆.png", resource("page.png"));
        assertThat(outline.pages()).isEqualTo(1);
        assertThat(outline.title()).isEqualTo("车辆管理办法");
        assertThat(lines(outline))
                .contains(
                        "CLAUSE 第一条　集团公务车辆由办公室统一调度，任何单位不得擅自出借。",
                        "CLAUSE 第二条　用车应当提前一天申请，并写明事由：",
                        "ITEM （一）市内用车，由部门负责人批准；",
                        "TABLE 车型 | 车位（个） | 停放地点",
                        "ROW 轿车 | 12 | 地下一层",
                        "ROW 客车 | 3 | 东门外侧",
                        "CLAUSE 第四条　本办法自2026年3月1日起施行。");
        assertThat(parse("车辆.png", resource("page.png"))).isEqualTo(outline);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "bmp", "gif", "tiff"})
    void readsOtherFormatsOfPictures(String format) throws IOException, ParseException {
        byte[] bytes = written(format, picture("line.png"));
        assertThat(parse("行." + format, bytes).text()).isEqualTo("高炉炉温应当每小时测量一次。");
    }

    @Test
    void eachPictureOfATiffIsAPage() throws IOException, ParseException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.prepareWriteSequence(null);
            writer.writeToSequence(new IIOImage(picture("line.png"), null, null), null);
            writer.writeToSequence(new IIOImage(picture("page.png"), null, null), null);
            writer.endWriteSequence();
        }
        List<String> told = new ArrayList<>();
        Outline outline = Parsers.standard()
                .parse(
                        new SourceFile("传真.tif", bytes.toByteArray()),
                        (done, total, recognised) -> told.add(done + "/" + total + " " + recognised));
        assertThat(outline.pages()).isEqualTo(2);
        assertThat(outline.blocks().getFirst().page()).isEqualTo(1);
        assertThat(outline.blocks().getLast().page()).isEqualTo(2);
        assertThat(told).containsExactly("1/2 true", "2/2 true");
    }

    @Test
    void scannedPagesOfAPdfAreRecognisedAndPrintedOnesKept() throws IOException, ParseException {
        try (PDDocument document = new PDDocument()) {
            addText(document, "Vehicles are kept by the office and lent to nobody without its leave.");
            addScan(document, "page.png");
            List<String> told = new ArrayList<>();
            Outline outline = Parsers.standard()
                    .parse(
                            new SourceFile("scan.pdf", saved(document)),
                            (done, total, recognised) -> told.add(done + "/" + total + " " + recognised));
            assertThat(told).containsExactly("1/2 false", "2/2 true");
            assertThat(lines(outline))
                    .contains(
                            "PARAGRAPH Vehicles are kept by the office and lent to nobody without its leave.",
                            "CLAUSE 第二条　用车应当提前一天申请，并写明事由：",
                            "ROW 客车 | 3 | 东门外侧");
            assertThat(outline.blocks().getFirst().page()).isEqualTo(1);
            assertThat(outline.blocks().getLast().page()).isEqualTo(2);
        }
    }

    @Test
    void aTurnedScanIsReadUpright() throws IOException, ParseException {
        try (PDDocument document = new PDDocument()) {
            addScan(document, "page.png").setRotation(90);
            assertThat(texts(parse("scan.pdf", saved(document)), BlockKind.CLAUSE))
                    .contains("第二条　用车应当提前一天申请，并写明事由：");
        }
    }

    @Test
    void aPictureWithoutTextIsRefused() throws IOException {
        byte[] blank = written("png", new BufferedImage(200, 100, BufferedImage.TYPE_BYTE_GRAY));
        TextFormatsTest.assertReason(Reason.NO_TEXT, "白.png", blank);
    }

    @Test
    void aDamagedPictureIsTold() throws IOException {
        byte[] whole = resource("page.png");
        TextFormatsTest.assertReason(Reason.CORRUPT, "坏.png", Arrays.copyOf(whole, 60));
    }

    @Test
    void aPictureOfAbsurdSizeIsRefusedByItsHeader() throws IOException {
        byte[] bytes = resource("line.png");
        ByteBuffer header = ByteBuffer.wrap(bytes);
        header.putInt(16, 100_000);
        header.putInt(20, 100_000);
        CRC32 check = new CRC32();
        check.update(bytes, 12, 17);
        header.putInt(29, (int) check.getValue());
        TextFormatsTest.assertReason(Reason.TOO_LARGE, "大.png", bytes);
    }

    private static void addText(PDDocument document, String text) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(new PDType1Font(FontName.HELVETICA), 11);
            content.newLineAtOffset(60, 700);
            content.showText(text);
            content.endText();
        }
    }

    private static PDPage addScan(PDDocument document, String name) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.drawImage(LosslessFactory.createFromImage(document, picture(name)), 0, 200, 595, 535);
        }
        return page;
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }
}
