package bangban.knowledge.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.knowledge.catalog.DocumentCatalog;
import bangban.knowledge.catalog.Format;
import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.catalog.KnowledgeSchema;
import bangban.knowledge.catalog.OriginalStore;
import bangban.knowledge.ingest.FolderIngestion.Failed;
import bangban.knowledge.ingest.Ingestion.Added;
import bangban.knowledge.ingest.Ingestion.Outcome;
import bangban.knowledge.parse.ParseException;
import bangban.knowledge.parse.Parsers;
import bangban.knowledge.parse.SourceFile;
import bangban.knowledge.place.Place;
import bangban.knowledge.place.Tier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveIngestionTest {

    private static final Place GROUP = place(Clearance.INTERNAL);
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));

    private final JdbcDataSource database = new JdbcDataSource();
    private final Path folder;
    private final DocumentCatalog catalog;
    private final Ingestion ingestion;
    private final ArchiveIngestion archives;

    ArchiveIngestionTest(@TempDir Path folder) {
        this.folder = folder;
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
        KnowledgeSchema.migrate(database);
        catalog = new DocumentCatalog(database);
        ingestion = new Ingestion(
                catalog,
                new OriginalStore(folder.resolve("data")),
                new InMemoryPassageIndex(),
                new HashingTextEncoder(),
                Parsers.standard(),
                CLOCK);
        archives = new ArchiveIngestion(ingestion);
    }

    private static Place place(Clearance clearance) {
        return new Place(Tier.GROUP, new OrgPath("澜川集团"), "采购", List.of(), clearance, "admin");
    }

    private Contents add(Place place, byte[] bytes) throws ParseException {
        NewDocument described = new NewDocument("制度.zip", "全部制度", place, null, null, null, null);
        return archives.add(described, new SourceFile("制度.zip", bytes), Manifest.NONE, Instant.MAX, Progress.NONE);
    }

    @Test
    void eachFileInsideIsADocumentOfItsOwnInTheArchivesPlace() throws ParseException {
        Contents contents = add(GROUP, zip("采购/办法.md", "# 采购办法\n\n第一条 甲。", "说明.txt", "说明\n乙。"));
        assertThat(contents.container()).isTrue();
        assertThat(contents.added()).extracting(Added::outcome).containsExactly(Outcome.ADDED, Outcome.ADDED);
        assertThat(documents()).extracting(KnowledgeDocument::file).containsExactly("制度.zip/说明.txt", "制度.zip/采购/办法.md");
        assertThat(documents()).extracting(KnowledgeDocument::title).containsExactly("说明", "采购办法");
        assertThat(documents())
                .allSatisfy(document -> assertThat(document.place()).isEqualTo(GROUP));
    }

    @Test
    void whatCannotBeReadIsListedAndDoesNotStopTheOthers() throws ParseException {
        Contents contents =
                add(GROUP, zip("a.pdf", "%PDF-1.7 no", "b.xyz", "?", "n.zip", "PK\u0003\u0004", "c.md", "# 丙"));
        assertThat(contents.added()).hasSize(1);
        assertThat(contents.failed())
                .extracting(failed -> failed.file() + " " + failed.code())
                .containsExactly("制度.zip/a.pdf CORRUPT", "制度.zip/b.xyz UNKNOWN_FORMAT", "制度.zip/n.zip CORRUPT");
    }

    @Test
    void theArchiveAgainChangesOnlyWhatChangedAndRemovesWhatIsGone() throws ParseException {
        add(GROUP, zip("a.md", "# 甲", "b.md", "# 乙", "c.md", "# 丙"));
        Contents again = add(GROUP, zip("a.md", "# 甲", "b.md", "# 乙二"));
        assertThat(again.added()).extracting(Added::outcome).containsExactly(Outcome.UNCHANGED, Outcome.REPLACED);
        assertThat(again.removed()).containsExactly("制度.zip/c.md");
        assertThat(documents()).extracting(KnowledgeDocument::file).containsExactly("制度.zip/a.md", "制度.zip/b.md");
    }

    @Test
    void anotherArchiveOfTheNameRemovesNothing() throws ParseException {
        add(GROUP, zip("a.md", "# 甲", "b.md", "# 乙", "c.md", "# 丙"));
        Contents other = add(GROUP, zip("a.md", "# 甲", "x.md", "# 子"));
        assertThat(other.removed()).isEmpty();
        assertThat(documents()).hasSize(4);
    }

    @Test
    void whatIsAboveTheArchivesClearanceOrCannotBeReadThisTimeStays() throws ParseException {
        add(place(Clearance.SECRET), zip("a.md", "# 甲", "b.md", "# 乙"));
        Contents again = add(GROUP, zip("a.md", "# 甲"));
        assertThat(again.removed()).isEmpty();
        Contents broken = add(place(Clearance.SECRET), zip("a.md", "# 甲", "b.md", ""));
        assertThat(broken.failed()).extracting(Failed::code).containsExactly("EMPTY");
        assertThat(broken.removed()).isEmpty();
        assertThat(documents()).hasSize(2);
    }

    @Test
    void aFileInsideReplacesNothingAboveTheClearanceOfWhoBringsIt() throws ParseException {
        add(place(Clearance.SECRET), zip("a.md", "# 甲", "b.md", "# 乙"));
        NewDocument brought = new NewDocument("制度.zip", GROUP).replacingUpTo(Clearance.INTERNAL);
        SourceFile other = new SourceFile("制度.zip", zip("a.md", "# 甲", "b.md", "# 换掉", "c.md", "# 丙"));

        Contents contents = archives.add(brought, other, Manifest.NONE, Instant.MAX, Progress.NONE);

        assertThat(contents.failed())
                .extracting(failed -> failed.file() + " " + failed.code() + " " + failed.arguments())
                .containsExactly("制度.zip/a.md PLACE_TAKEN [制度.zip/a.md]", "制度.zip/b.md PLACE_TAKEN [制度.zip/b.md]");
        assertThat(contents.added())
                .extracting(added -> added.document().file())
                .containsExactly("制度.zip/c.md");
        assertThat(documents())
                .extracting(
                        document -> document.title() + " " + document.place().clearance())
                .containsExactly("甲 SECRET", "乙 SECRET", "丙 INTERNAL");
    }

    @Test
    void aManifestsRowOfAFileElsewhereSaysNothingOfAFileInside() throws IOException {
        Path added = Files.createDirectory(folder.resolve("added"));
        Files.write(added.resolve("制度.zip"), zip("办法.md", "# 办法", "细则.md", "# 细则"));
        Manifest manifest = Manifest.read("""
                {"file": "制度.zip", "clearance": "秘密"}
                {"file": "别处/办法.md", "clearance": "公开"}
                {"file": "办法.md", "clearance": "公开"}
                {"file": "制度.zip/细则.md", "clearance": "内部"}
                """);

        new FolderIngestion(ingestion).add(added, new NewDocument("", GROUP), manifest, Progress.NONE);

        assertThat(documents())
                .extracting(
                        document -> document.title() + " " + document.place().clearance())
                .containsExactly("办法 SECRET", "细则 INTERNAL");
    }

    @Test
    void aMailIsADocumentBesideItsAttachments() throws ParseException {
        String mail = """
                From: a@example.com
                To: b@example.com
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
        Contents contents = archives.add(
                new NewDocument("plan.eml", GROUP),
                new SourceFile("plan.eml", mail.getBytes(StandardCharsets.UTF_8)),
                Manifest.NONE,
                Instant.MAX,
                Progress.NONE);
        assertThat(contents.added())
                .extracting(added -> added.document().format())
                .containsExactly(Format.EML, Format.MARKDOWN);
        assertThat(documents()).extracting(KnowledgeDocument::file).containsExactly("plan.eml", "plan.eml/plan.md");
    }

    @Test
    void aFileThatHoldsNoneIsAddedAsBefore() throws ParseException {
        Contents contents = archives.add(
                new NewDocument("a.md", "题", GROUP, null, null, null, null),
                new SourceFile("a.md", "# 甲".getBytes(StandardCharsets.UTF_8)),
                Manifest.NONE,
                Instant.MAX,
                Progress.NONE);
        assertThat(contents.container()).isFalse();
        assertThat(documents()).extracting(KnowledgeDocument::title).containsExactly("题");
    }

    @Test
    void anArchiveThatCannotBeOpenedChangesNothing() throws ParseException {
        add(GROUP, zip("a.md", "# 甲"));
        assertThatExceptionOfType(ParseException.class)
                .isThrownBy(() -> add(GROUP, "PK\u0003\u0004".getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(documents()).hasSize(1);
    }

    @Test
    void aFoldersManifestDescribesFilesInsideItsArchives() throws IOException {
        Path source = Files.createDirectories(folder.resolve("source"));
        Files.write(source.resolve("制度.zip"), zip("a.md", "# 甲", "b.md", "# 乙"));
        Manifest manifest = Manifest.read("{\"file\": \"制度.zip/a.md\", \"title\": \"甲办法\"}");
        var report = new FolderIngestion(ingestion).add(source, new NewDocument("", GROUP), manifest, Progress.NONE);
        assertThat(report.added()).extracting(added -> added.document().title()).containsExactly("甲办法", "乙");
    }

    private List<KnowledgeDocument> documents() {
        return catalog.all().stream()
                .map(entry -> entry.document())
                .sorted((one, other) -> one.file().compareTo(other.file()))
                .toList();
    }

    private static byte[] zip(String... namesAndTexts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
