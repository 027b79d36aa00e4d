package bangban.knowledge.parse;

import static bangban.knowledge.parse.Fixtures.lines;
import static org.assertj.core.api.Assertions.assertThat;

import bangban.knowledge.parse.ParseException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;

class PdfParserTest {

    private static final PDType1Font FONT = new PDType1Font(FontName.HELVETICA);

    @Test
    void joinsParagraphsOverLinesAndPagesAndDropsRunningHeads() throws IOException, ParseException {
        byte[] pdf = pdf(List.of(
                List.of(
                        "Operations are inspected by the foreman on duty and every result is then",
                        "written down without delay.",
                        "The second paragraph begins at the foot of the first page and it goes on and"),
                List.of("on upon the next one until here."),
                List.of("A third page ends it.")));
        Outline outline = Parsers.standard().parse(new SourceFile("rules.pdf", pdf));
        assertThat(outline.pages()).isEqualTo(3);
        assertThat(lines(outline))
                .containsExactly(
                        "PARAGRAPH Operations are inspected by the foreman on duty and every result is then written down"
                                + " without delay.",
                        "PARAGRAPH The second paragraph begins at the foot of the first page and it goes on and on upon the"
                                + " next one until here.",
                        "PARAGRAPH A third page ends it.");
        assertThat(outline.blocks()).extracting(Block::page).containsExactly(1, 1, 3);
    }

    @Test
    void aLineThatEndsEarlyBeforeAnUnbrokenWordGoesOn() throws IOException, ParseException {
        byte[] pdf = pdf(List.of(List.of(
                "The share of blades without damage of the third grade is no less than",
                "98.5%(annual) and it is counted by the station at the end of every single year",
                "over all the machines.")));
        Outline outline = Parsers.standard().parse(new SourceFile("blades.pdf", pdf));
        assertThat(lines(outline))
                .contains("PARAGRAPH The share of blades without damage of the third grade is no less than"
                        + " 98.5%(annual) and it is counted by the station at the end of every single year over all the"
                        + " machines.");
    }

    @Test
    void whoSignedAndTheDayAreParagraphsOfTheirOwn() throws IOException, ParseException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                write(
                        content,
                        60,
                        760,
                        "These rules come into force on the first of March and are explained by the office");
                write(content, 60, 742, "of the group, which also keeps the register.");
                write(content, 360, 700, "Lanchuan Group Office");
                write(content, 372, 682, "Signed in December 2025");
            }
            assertThat(lines(Parsers.standard().parse(new SourceFile("signed.pdf", bytes(document)))))
                    .endsWith("PARAGRAPH Lanchuan Group Office", "PARAGRAPH Signed in December 2025");
        }
    }

    @Test
    void readsATableByItsRules() throws IOException, ParseException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                write(content, 60, 780, "Limits are given below.");
                float[] xs = {60, 160, 300};
                float[] ys = {760, 740, 700, 680};
                for (float x : xs) {
                    content.moveTo(x, ys[0]);
                    content.lineTo(x, ys[3]);
                }
                for (float y : ys) {
                    content.moveTo(xs[0], y);
                    content.lineTo(xs[2], y);
                }
                content.stroke();
                write(content, 64, 746, "Gas");
                write(content, 164, 746, "Action");
                write(content, 64, 716, "over 30");
                write(content, 164, 724, "leave the area and");
                write(content, 164, 708, "call the station");
                write(content, 64, 686, "over 200");
                write(content, 164, 686, "no entry");
            }
            Outline outline = Parsers.standard().parse(new SourceFile("table.pdf", bytes(document)));
            assertThat(lines(outline))
                    .containsExactly(
                            "PARAGRAPH Limits are given below.",
                            "TABLE Gas | Action",
                            "ROW over 30 | leave the area and call the station",
                            "ROW over 200 | no entry");
        }
    }

    @Test
    void tellsScannedAndEncryptedFiles() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            TextFormatsTest.assertReason(Reason.NO_TEXT, "scan.pdf", bytes(document));
        }
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            TextFormatsTest.assertReason(Reason.ENCRYPTED, "locked.pdf", bytes(document));
        }
    }

    private static byte[] pdf(List<List<String>> pages) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < pages.size(); i++) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    write(content, 60, 810, "Lanchuan Group Rules, internal");
                    float y = 760;
                    for (String line : pages.get(i)) {
                        write(content, 60, y, line);
                        y -= 18;
                    }
                    write(content, 290, 30, "- " + (i + 1) + " -");
                }
            }
            return bytes(document);
        }
    }

    private static void write(PDPageContentStream content, float x, float y, String text) throws IOException {
        content.beginText();
        content.setFont(FONT, 11);
        content.newLineAtOffset(x, y);
        content.showText(text);
        content.endText();
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }
}
