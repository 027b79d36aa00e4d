package bangban.knowledge.parse;

import static bangban.knowledge.parse.Fixtures.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bangban.knowledge.parse.Members.Member;
import bangban.knowledge.parse.Members.Refused;
import bangban.knowledge.parse.ParseException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ArchivesTest {

    private static final Charset GBK = Charset.forName("GBK");

    private record Part(String name, byte[] bytes) {

        Part(String name, String text) {
            this(name, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void opensAZipWhateverItsNamesAreWrittenIn() throws IOException, ParseException {
        for (Charset charset : List.of(GBK, StandardCharsets.UTF_8)) {
            byte[] zip = zip(charset, new Part("制度/采购办法.md", "# 采购"), new Part("制度/", ""), new Part("说明.txt", "甲"));
            assertThat(paths(members("制度.zip", zip))).as(charset.name()).containsExactly("制度/采购办法.md", "说明.txt");
        }
    }

    @Test
    void opensArchivesInsideArchivesAndMailsAsWell() throws IOException, ParseException {
        byte[] inner = zip(StandardCharsets.UTF_8, new Part("b.txt", "乙"));
        String mail = """
                From: a@example.com
                To: b@example.com
                Content-Type: multipart/mixed; boundary=m

                --m
                Content-Disposition: attachment; filename=c.txt

                C
                --m--
                """;
        byte[] outer = zip(StandardCharsets.UTF_8, new Part("内.zip", inner), new Part("信.eml", mail));
        assertThat(paths(members("外.zip", outer))).containsExactly("内.zip/b.txt", "信.eml", "信.eml/c.txt");
    }

    @Test
    void doesNotOpenWhatIsNestedTooDeepAndGoesOn() throws IOException, ParseException {
        byte[] archive = zip(StandardCharsets.UTF_8, new Part("x.txt", "甲"));
        for (int i = 0; i < 4; i++) {
            archive = zip(StandardCharsets.UTF_8, new Part("n.zip", archive), new Part(i + ".txt", "乙"));
        }
        Members members = members("deep.zip", archive);
        assertThat(paths(members)).contains("3.txt", "n.zip/n.zip/n.zip/0.txt").doesNotContain("x.txt");
        assertThat(members.refused()).containsExactly(new Refused("n.zip/n.zip/n.zip/n.zip", Reason.TOO_LARGE));
    }

    @Test
    void namesLeadNowhereElseAndLitterIsLeftOut() throws IOException, ParseException {
        byte[] zip = zip(
                StandardCharsets.UTF_8,
                new Part("../../etc/a.txt", "1"),
                new Part("/b.txt", "2"),
                new Part("C:\\c\\d.txt", "3"),
                new Part("e\u202e\u0007.txt", "4"),
                new Part("__MACOSX/._f.txt", "5"),
                new Part("g/.DS_Store", "6"),
                new Part("b.txt", "7"));
        assertThat(paths(members("a.zip", zip)))
                .containsExactly("etc/a.txt", "b.txt", "C/c/d.txt", "e.txt", "b (2).txt");
    }

    @Test
    void opensTarAndWhatIsPackedOnce() throws IOException, ParseException {
        byte[] tar = tar(new Part("制度/a.txt", "甲"), new Part("b.txt", "乙"));
        assertThat(paths(members("a.tar", tar))).containsExactly("制度/a.txt", "b.txt");
        assertThat(paths(members("a.tar.gz", gzip(tar)))).containsExactly("制度/a.txt", "b.txt");
        assertThat(paths(members("a.txt.gz", gzip("甲".getBytes(StandardCharsets.UTF_8)))))
                .containsExactly("a.txt");
    }

    @Test
    void opensSevenZip() throws IOException, ParseException {
        assertThat(paths(members("a.7z", sevenZip(null)))).containsExactly("制度/a.txt");
    }

    @Test
    void saysThatAnArchiveIsEncrypted() throws IOException {
        assertRefused(Reason.ENCRYPTED, "a.7z", sevenZip("secret".toCharArray()));
        byte[] zip = zip(StandardCharsets.UTF_8, new Part("a.txt", "甲"));
        zip[6] |= 1; // the flag in the local header
        int directory = indexOf(zip, new byte[] {'P', 'K', 1, 2});
        zip[directory + 8] |= 1;
        assertRefused(Reason.ENCRYPTED, "a.zip", zip);
    }

    @Test
    void saysThatAnArchiveIsDamagedEmptyOrOfAKindThatIsNotOpened() throws IOException {
        byte[] zip = zip(StandardCharsets.UTF_8, new Part("a.txt", "甲"));
        assertRefused(Reason.CORRUPT, "a.zip", Arrays.copyOf(zip, zip.length / 2));
        assertRefused(Reason.EMPTY, "a.zip", zip(StandardCharsets.UTF_8));
        assertRefused(Reason.UNKNOWN_FORMAT, "a.rar", "Rar!\u001a\u0007\u0000x".getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void aDamagedArchiveInsideDoesNotStopTheOthers() throws IOException, ParseException {
        byte[] zip = zip(
                StandardCharsets.UTF_8, new Part("bad.zip", "PK\u0003\u0004 and nothing more"), new Part("a.txt", "甲"));
        Members members = members("a.zip", zip);
        assertThat(paths(members)).containsExactly("a.txt");
        assertThat(members.refused()).containsExactly(new Refused("bad.zip", Reason.CORRUPT));
    }

    @Test
    void refusesBombsAndTooManyFilesWhereverTheyAre() throws IOException {
        byte[] bomb = zip(StandardCharsets.UTF_8, new Part("zeros.txt", new byte[40 << 20]));
        assertThat(bomb).hasSizeLessThan(100_000);
        assertRefused(Reason.TOO_LARGE, "a.zip", bomb);
        assertRefused(Reason.TOO_LARGE, "a.zip", zip(StandardCharsets.UTF_8, new Part("inner.zip", bomb)));
        Part[] many = IntStream.rangeClosed(0, UnpackBudget.MOST_MEMBERS)
                .mapToObj(i -> new Part(i + ".txt", "x"))
                .toArray(Part[]::new);
        assertRefused(Reason.TOO_LARGE, "a.zip", zip(StandardCharsets.UTF_8, many));
    }

    @Test
    void documentsAreNoArchivesAndArchivesNoDocuments() throws IOException, ParseException {
        Parsers parsers = Parsers.standard();
        SourceFile old = new SourceFile("travel.doc", resource("travel.doc"));
        assertThat(parsers.read(old, PageProgress.NONE)).isInstanceOf(Reading.Document.class);
        SourceFile zip = new SourceFile("word.zip", zip(StandardCharsets.UTF_8, new Part("word/document.txt", "甲")));
        assertThat(parsers.read(zip, PageProgress.NONE)).isInstanceOf(Reading.Archive.class);
        assertThat(parsers.format(zip)).isEmpty();
    }

    private static Members members(String name, byte[] bytes) throws ParseException {
        return Parsers.standard().members(new SourceFile(name, bytes));
    }

    private static List<String> paths(Members members) {
        return members.files().stream().map(Member::path).toList();
    }

    private static void assertRefused(Reason reason, String name, byte[] bytes) {
        assertThatExceptionOfType(ParseException.class)
                .isThrownBy(() -> members(name, bytes))
                .satisfies(thrown -> assertThat(thrown.reason()).as(name).isEqualTo(reason));
    }

    private static byte[] zip(Charset names, Part... parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, names)) {
            for (Part part : parts) {
                zip.putNextEntry(new ZipEntry(part.name()));
                zip.write(part.bytes());
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] tar(Part... parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "GBK")) {
            for (Part part : parts) {
                TarArchiveEntry entry = new TarArchiveEntry(part.name());
                entry.setSize(part.bytes().length);
                tar.putArchiveEntry(entry);
                tar.write(part.bytes());
                tar.closeArchiveEntry();
            }
            TarArchiveEntry link = new TarArchiveEntry("link.txt", TarArchiveEntry.LF_SYMLINK);
            link.setLinkName("/etc/passwd");
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] sevenZip(char @Nullable [] password) throws IOException {
        try (SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel()) {
            try (SevenZOutputFile archive =
                    password == null ? new SevenZOutputFile(channel) : new SevenZOutputFile(channel, password)) {
                var entry = new SevenZArchiveEntry();
                entry.setName("制度/a.txt");
                archive.putArchiveEntry(entry);
                archive.write("甲".getBytes(StandardCharsets.UTF_8));
                archive.closeArchiveEntry();
            }
            return Arrays.copyOf(channel.array(), (int) channel.size());
        }
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(new String(part, StandardCharsets.ISO_8859_1));
    }
}
