package bangban.bench.writing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * Chinese text as a PDF with text, in a font that every reader knows and that is not embedded (Adobe-GB1, encoding UniGB-UCS2-H; PDF
 * 32000-1, 9.7.5.2), so that no font file is needed.
 */
public final class WrittenPdf {

    private static final int CHARACTERS_A_LINE = 38;
    /** How many lines a page has. */
    public static final int LINES_A_PAGE = 36;

    private static final int SIZE = 12;
    private static final int LEADING = 19;
    private static final int LEFT = 70;
    private static final int TOP = 770;

    private WrittenPdf() {}

    /** How many lines a text takes. */
    public static int lines(String text) {
        return Math.ceilDiv(text.length(), CHARACTERS_A_LINE);
    }

    /** Each text begins a line and goes on over as many as it takes. */
    public static byte[] of(List<String> texts) {
        List<String> lines = new ArrayList<>();
        for (String text : texts) {
            for (int i = 0; i < text.length(); i += CHARACTERS_A_LINE) {
                lines.add(text.substring(i, Math.min(text.length(), i + CHARACTERS_A_LINE)));
            }
        }
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            COSDictionary font = font();
            for (int i = 0; i < lines.size(); i += LINES_A_PAGE) {
                page(document, font, lines.subList(i, Math.min(lines.size(), i + LINES_A_PAGE)));
            }
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void page(PDDocument document, COSDictionary font, List<String> lines) throws IOException {
        StringBuilder content =
                new StringBuilder("BT /F1 " + SIZE + " Tf " + LEADING + " TL " + LEFT + " " + TOP + " Td\n");
        for (String line : lines) {
            content.append('<')
                    .append(HexFormat.of().formatHex(line.getBytes(StandardCharsets.UTF_16BE)))
                    .append("> Tj T*\n");
        }
        content.append("ET\n");
        PDPage page = new PDPage(PDRectangle.A4);
        PDResources resources = new PDResources();
        COSDictionary fonts = new COSDictionary();
        fonts.setItem(COSName.getPDFName("F1"), font);
        resources.getCOSObject().setItem(COSName.FONT, fonts);
        page.setResources(resources);
        page.setContents(new PDStream(
                document,
                new ByteArrayInputStream(content.toString().getBytes(StandardCharsets.US_ASCII)),
                COSName.FLATE_DECODE));
        document.addPage(page);
    }

    private static COSDictionary font() {
        COSDictionary system = new COSDictionary();
        system.setItem(COSName.REGISTRY, new COSString("Adobe"));
        system.setItem(COSName.ORDERING, new COSString("GB1"));
        system.setItem(COSName.SUPPLEMENT, COSInteger.get(2));
        COSDictionary descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setItem(COSName.FONT_NAME, COSName.getPDFName("STSong-Light"));
        descriptor.setInt(COSName.FLAGS, 6);
        descriptor.setInt(COSName.ASCENT, 880);
        descriptor.setInt(COSName.DESCENT, -120);
        COSDictionary glyphs = new COSDictionary();
        glyphs.setItem(COSName.TYPE, COSName.FONT);
        glyphs.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE0);
        glyphs.setItem(COSName.BASE_FONT, COSName.getPDFName("STSong-Light"));
        glyphs.setItem(COSName.CIDSYSTEMINFO, system);
        glyphs.setItem(COSName.FONT_DESC, descriptor);
        glyphs.setInt(COSName.DW, 1000);
        COSArray descendants = new COSArray();
        descendants.add(glyphs);
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        font.setItem(COSName.BASE_FONT, COSName.getPDFName("STSong-Light-UniGB-UCS2-H"));
        font.setItem(COSName.ENCODING, COSName.getPDFName("UniGB-UCS2-H"));
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        return font;
    }
}
