package bangban.knowledge.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bangban.knowledge.catalog.Format;
import bangban.knowledge.parse.BlockKind;
import bangban.knowledge.parse.FileReader;
import bangban.knowledge.parse.Members;
import bangban.knowledge.parse.Members.Member;
import bangban.knowledge.parse.Members.Refused;
import bangban.knowledge.parse.PageProgress;
import bangban.knowledge.parse.ParseException;
import bangban.knowledge.parse.ParseException.Reason;
import bangban.knowledge.parse.Reading;
import bangban.knowledge.parse.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every reader of files does with good files and with bad ones. */
abstract class FileReaderContract {

    private static final String RULES = "# 采购办法\n\n第一条 为规范采购，制定本办法。\n\n第二条 采购金额不超过五万元。";

    abstract FileReader reader();

    private Reading read(String name, byte[] bytes) throws ParseException {
        return reader().read(new SourceFile(name, bytes), PageProgress.NONE);
    }

    private Reading.Document document(String name, byte[] bytes) throws ParseException {
        return (Reading.Document) read(name, bytes);
    }

    private void refuses(Reason reason, String name, byte[] bytes) {
        assertThatExceptionOfType(ParseException.class)
                .isThrownBy(() -> read(name, bytes))
                .satisfies(thrown -> assertThat(thrown.reason()).isEqualTo(reason));
    }

    @Test
    void tellsFormatTextAndStructure() throws ParseException {
        Reading.Document read = document("办法.md", RULES.getBytes(UTF_8));
        assertThat(read.format()).isEqualTo(Format.MARKDOWN);
        assertThat(read.inside()).isEqualTo(Members.NONE);
        assertThat(read.outline().text()).isEqualTo("采购办法\n第一条 为规范采购，制定本办法。\n第二条 采购金额不超过五万元。");
        assertThat(read.outline().blocks())
                .extracting(block -> block.kind() + " " + block.label())
                .containsExactly("HEADING null", "CLAUSE 第一条", "CLAUSE 第二条");
        assertThat(read.outline().blocks().get(1).kind()).isEqualTo(BlockKind.CLAUSE);
    }

    @Test
    void tellsOfEachPage() throws ParseException, IOException {
        List<String> told = new ArrayList<>();
        Reading read = reader().read(
                        new SourceFile("a.pdf", pdf(3)),
                        (done, total, recognised) -> told.add(done + "/" + total + " " + recognised));
        assertThat(told).containsExactly("1/3 false", "2/3 false", "3/3 false");
        assertThat(((Reading.Document) read).outline().pages()).isEqualTo(3);
    }

    @Test
    void givesTheFilesInsideAnArchiveAsTheyAre() throws ParseException {
        byte[] inner = {0, 1, -1, 2};
        Reading read = read("a.zip", zip(Map.of("甲/b.bin", inner)));
        assertThat(read).isInstanceOf(Reading.Archive.class);
        assertThat(read.inside().files()).extracting(Member::path).containsExactly("甲/b.bin");
        assertThat(read.inside().files().getFirst().bytes()).isEqualTo(inner);
    }

    @Test
    void namesWhatCannotBeGotOutOfAnArchive() throws ParseException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("a.md", RULES.getBytes(UTF_8));
        parts.put("n.zip", "PK\u0003\u0004".getBytes(UTF_8));
        Members inside = read("a.zip", zip(parts)).inside();
        assertThat(inside.files()).extracting(Member::path).containsExactly("a.md");
        assertThat(inside.refused()).containsExactly(new Refused("n.zip", Reason.CORRUPT));
    }

    @Test
    void givesAMailWithWhatIsAttached() throws ParseException {
        String mail = """
                From: a@example.com
                Subject: Plan
                Content-Type: multipart/mixed; boundary=m

                --m
                Content-Type: text/plain

                See the file.
                --m
                Content-Disposition: attachment; filename=plan.md

                # Outage plan
                --m--
                """;
        Reading.Document read = document("a.eml", mail.getBytes(UTF_8));
        assertThat(read.format()).isEqualTo(Format.EML);
        assertThat(read.outline().text()).contains("See the file.");
        assertThat(read.inside().files()).extracting(Member::path).containsExactly("plan.md");
    }

    @Test
    void saysWhyAFileIsNotRead() throws IOException {
        refuses(Reason.EMPTY, "a.pdf", new byte[0]);
        refuses(Reason.UNKNOWN_FORMAT, "a.xyz", new byte[] {0, 1, 2, 3});
        byte[] whole = pdf(2);
        refuses(Reason.CORRUPT, "a.pdf", Arrays.copyOf(whole, 40));
        refuses(Reason.CORRUPT, "a.docx", Arrays.copyOf(docx("<w:p/>"), 60));
    }

    @Test
    void refusesWhatUnpacksToMoreThanThereIsRoomFor() {
        byte[] blanks = new byte[120 << 20];
        Arrays.fill(blanks, (byte) ' ');
        refuses(Reason.TOO_LARGE, "a.docx", zip(Map.of("word/document.xml", blanks)));
        refuses(Reason.TOO_LARGE, "a.zip", zip(Map.of("a.txt", blanks)));
    }

    @Test
    void refusesAPictureLargerThanAnyPage() {
        refuses(Reason.TOO_LARGE, "a.png", png(60_000, 60_000));
    }

    @Test
    void takesNothingIntoXmlFromElsewhere(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "机密内容");
        String type = "<!DOCTYPE w:document [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>";
        byte[] file = docx(type, "<w:p><w:r><w:t>甲&x;乙</w:t></w:r></w:p>");
        try {
            assertThat(document("a.docx", file).outline().text()).doesNotContain("机密内容");
        } catch (ParseException e) {
            assertThat(e.reason()).isEqualTo(Reason.CORRUPT);
        }
    }

    @Test
    void entitiesThatMultiplyAndElementsWithoutEndAreRefused() {
        StringBuilder type = new StringBuilder("<!DOCTYPE w:document [<!ENTITY a0 \"哈哈哈哈哈哈哈哈哈哈\">");
        for (int i = 1; i < 12; i++) {
            type.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        refuses(Reason.CORRUPT, "a.docx", docx(type + "]>", "<w:p><w:r><w:t>&a11;</w:t></w:r></w:p>"));
        StringBuilder deep = new StringBuilder("<w:p><w:r>");
        int depth = 50_000;
        for (int i = 0; i < depth; i++) {
            deep.append("<w:x").append(i).append('>');
        }
        for (int i = depth - 1; i >= 0; i--) {
            deep.append("</w:x").append(i).append('>');
        }
        refuses(Reason.CORRUPT, "a.docx", docx(deep + "</w:r></w:p>"));
    }

    private static byte[] pdf(int pages) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            for (int i = 1; i <= pages; i++) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(FontName.HELVETICA), 12);
                    content.newLineAtOffset(72, 700);
                    content.showText("This is what page " + i + " says.");
                    content.endText();
                }
            }
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    private static byte[] docx(String body) {
        return docx("", body);
    }

    private static byte[] docx(String type, String body) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="/word/document.xml"
                  ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
                </Types>""".getBytes(UTF_8));
        parts.put("_rels/.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="r" Target="word/document.xml"
                  Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
                </Relationships>""".getBytes(UTF_8));
        String document = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + type
                + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                + body + "</w:body></w:document>";
        parts.put("word/document.xml", document.getBytes(UTF_8));
        return zip(parts);
    }

    private static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    /** Only what says how large it is. */
    private static byte[] png(int width, int height) {
        ByteBuffer chunk = ByteBuffer.allocate(17);
        chunk.put("IHDR".getBytes(UTF_8)).putInt(width).putInt(height).put(new byte[] {8, 0, 0, 0, 0});
        CRC32 sum = new CRC32();
        sum.update(chunk.array());
        ByteBuffer file = ByteBuffer.allocate(33);
        file.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        file.putInt(13).put(chunk.array()).putInt((int) sum.getValue());
        return file.array();
    }
}
