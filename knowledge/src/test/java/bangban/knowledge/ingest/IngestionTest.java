package bangban.knowledge.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.knowledge.catalog.DocumentCatalog;
import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.catalog.KnowledgeSchema;
import bangban.knowledge.catalog.OriginalStore;
import bangban.knowledge.ingest.Ingestion.Added;
import bangban.knowledge.ingest.Ingestion.Outcome;
import bangban.knowledge.parse.FileReader;
import bangban.knowledge.parse.ParseException;
import bangban.knowledge.parse.Parsers;
import bangban.knowledge.parse.SourceFile;
import bangban.knowledge.place.Grantee;
import bangban.knowledge.place.Place;
import bangban.knowledge.place.Tier;
import bangban.knowledge.place.Validity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestionTest {

    private static final Place GROUP =
            new Place(Tier.GROUP, new OrgPath("澜川集团"), "采购", List.of(), Clearance.INTERNAL, "admin");

    private final DataSource database = database();
    private final DocumentCatalog catalog = new DocumentCatalog(database);
    private final InMemoryPassageIndex index = new InMemoryPassageIndex();
    private final HashingTextEncoder encoder = new HashingTextEncoder();
    private final OriginalStore originals;
    private final Ingestion ingestion;

    IngestionTest(@TempDir Path folder) {
        originals = new OriginalStore(folder);
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));
        ingestion = new Ingestion(catalog, originals, index, encoder, Parsers.standard(), clock);
    }

    private static DataSource database() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
        KnowledgeSchema.migrate(source);
        return source;
    }

    private Added add(String file, String text) throws ParseException {
        return add(new NewDocument(file, GROUP), text);
    }

    private Added add(NewDocument document, String text) throws ParseException {
        SourceFile file = new SourceFile(document.fileName(), text.getBytes(StandardCharsets.UTF_8));
        return ingestion.add(document, file, Progress.NONE);
    }

    private Validity validity(Added added) {
        Validity stored =
                catalog.entry(added.document().id()).orElseThrow().document().validity();
        assertThat(index.document(added.document().id()).validity()).isEqualTo(stored);
        return stored;
    }

    @Test
    void theSameBytesAgainChangeNothingAndAChangeEncodesOnlyWhatChanged() throws ParseException {
        Added first = add("办法.md", "# 办法\n\n第一条 甲。\n\n第二条 乙。\n");
        assertThat(first.outcome()).isEqualTo(Outcome.ADDED);
        assertThat(encoder.encoded).hasSize(2);
        assertThat(add("办法.md", "# 办法\n\n第一条 甲。\n\n第二条 乙。\n").outcome()).isEqualTo(Outcome.UNCHANGED);
        Added changed = add("办法.md", "# 办法\n\n第一条 甲。\n\n第二条 丙。\n\n第三条 丁。\n");
        assertThat(changed.outcome()).isEqualTo(Outcome.REPLACED);
        assertThat(changed.document().id()).isEqualTo(first.document().id());
        assertThat(encoder.encoded).hasSize(4);
        assertThat(index.passages.get(first.document().id())).hasSize(3);
        assertThat(ingestion.outline(first.document().id()).orElseThrow().text())
                .contains("第三条 丁。");
    }

    @Test
    void tellsOfEachPageWhileAFileIsRead() throws ParseException {
        FileReader reader = (file, pages) -> {
            pages.page(1, 2, false);
            pages.page(2, 2, true);
            return Parsers.standard().read(file, pages);
        };
        List<String> told = new ArrayList<>();
        new Ingestion(catalog, originals, index, encoder, reader, InstantSource.system())
                .add(
                        new NewDocument("a.md", GROUP),
                        new SourceFile("a.md", "# 甲".getBytes(StandardCharsets.UTF_8)),
                        (file, stage, done, total) -> told.add(stage + " " + done + "/" + total));
        assertThat(told).startsWith("PARSING 0/1", "PARSING 1/2", "PARSING 2/2").endsWith("DONE 1/1");
    }

    @Test
    void whatIsSaidOfADocumentChangesWithoutReadingItAgain() throws ParseException {
        Added first = add("办法.md", "# 办法\n\n第一条 甲。\n");
        Place secret = new Place(Tier.GROUP, GROUP.org(), "财务", List.of("新"), Clearance.SECRET, "admin");
        Added again = add(new NewDocument("办法.md", secret), "# 办法\n\n第一条 甲。\n");
        assertThat(again.outcome()).isEqualTo(Outcome.DESCRIBED);
        assertThat(index.document(first.document().id()).place()).isEqualTo(secret);
        assertThat(encoder.encoded).hasSize(1);
    }

    @Test
    void whatIsSharedStaysSharedWhenItIsAddedAgain() throws ParseException {
        String id = add("办法.md", "# 办法\n\n第一条 甲。\n").document().id();
        Grantee grantee = new Grantee.Account("staff");
        catalog.share(id, grantee, new DocumentCatalog.Share("admin", Instant.EPOCH));

        Added same = add("办法.md", "# 办法\n\n第一条 甲。\n");
        Added other = add("办法.md", "# 办法\n\n第一条 乙。\n");

        assertThat(same.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(other.outcome()).isEqualTo(Outcome.REPLACED);
        assertThat(other.document().place().sharedWith()).containsExactly(grantee);
        assertThat(index.document(id).place().sharedWith()).containsExactly(grantee);
    }

    @Test
    void aNewerVersionEndsTheOlderUntilItIsDeleted() throws ParseException {
        Added old = add("差旅费管理办法（2023版）.md", "# 差旅费管理办法（2023版）\n\n第一条 自2023年3月1日起施行。\n");
        assertThat(validity(old)).isEqualTo(new Validity(LocalDate.of(2023, 3, 1), null));
        Added fresh = add("差旅费管理办法（2025版）.md", "# 差旅费管理办法（2025版）\n\n第一条 自2025年3月1日起施行。\n");
        assertThat(fresh.document().version()).isEqualTo("2025版");
        assertThat(fresh.document().supersedes()).isEqualTo(old.document().id());
        assertThat(validity(old)).isEqualTo(new Validity(LocalDate.of(2023, 3, 1), LocalDate.of(2025, 2, 28)));
        ingestion.delete(fresh.document().id());
        assertThat(validity(old)).isEqualTo(new Validity(LocalDate.of(2023, 3, 1), null));
        assertThat(index.documents).hasSize(1);
        assertThat(ingestion.outline(fresh.document().id())).isEmpty();
    }

    @Test
    void anAmendedLawThatKeepsItsFirstDateCountsFromTheDateInItsName() throws ParseException {
        String law = "# 会计法\n\n第一条 甲。\n\n第二条 本法自2000年7月1日起施行。\n";
        Added fresh = add("会计法(2024-06-28).md", law);
        Added old = add("会计法(2017-11-04).md", law);
        assertThat(validity(old)).isEqualTo(new Validity(LocalDate.of(2000, 7, 1), LocalDate.of(2024, 6, 27)));
        assertThat(validity(fresh)).isEqualTo(new Validity(LocalDate.of(2024, 6, 28), null));
    }

    @Test
    void supersedesTiesRulesOfDifferentNamesButNotOfDifferentPlaces() throws ParseException {
        Added old = add("旧办法.md", "# 旧办法\n\n第一条 自2023年1月1日起施行。\n");
        Place unit = new Place(Tier.UNIT, new OrgPath("澜川集团/钢铁公司"), null, List.of(), Clearance.INTERNAL, "x");
        LocalDate from = LocalDate.of(2024, 1, 1);
        add(new NewDocument("单位办法.md", null, unit, from, null, null, "旧办法.md"), "# 单位办法\n\n第一条 乙。\n");
        assertThat(validity(old).to()).isNull();
        add(new NewDocument("新办法.md", null, GROUP, from, null, null, "旧办法.md"), "# 新办法\n\n第一条 丙。\n");
        assertThat(validity(old).to()).isEqualTo(LocalDate.of(2023, 12, 31));
    }

    @Test
    void oneBadFileDoesNotStopTheOthersOfAFolder(@TempDir Path files) throws IOException {
        Files.createDirectories(files.resolve("集团"));
        Files.writeString(files.resolve("集团/甲.md"), "# 甲办法\n\n第一条 甲。\n");
        Files.writeString(files.resolve("乙.txt"), "乙通知\n自2025年6月3日起执行。");
        Files.write(files.resolve("坏.pdf"), new byte[] {1, 2});
        Files.write(files.resolve("空.md"), new byte[0]);
        Manifest manifest = Manifest.read("""
                {"file":"集团/甲.md","title":"甲","tier":"unit","org":"澜川集团/钢铁公司","domain":"炼铁","tags":["规程"],"clearance":"秘密","effectiveFrom":"2024-05-01","owner":"op"}
                """);
        FolderIngestion.Report report =
                new FolderIngestion(ingestion).add(files, new NewDocument("", GROUP), manifest, Progress.NONE);
        assertThat(report.failed())
                .extracting(FolderIngestion.Failed::file, FolderIngestion.Failed::code)
                .containsExactlyInAnyOrder(tuple("坏.pdf", "CORRUPT"), tuple("空.md", "EMPTY"));
        KnowledgeDocument first = report.added().stream()
                .map(Added::document)
                .filter(document -> document.file().equals("集团/甲.md"))
                .findFirst()
                .orElseThrow();
        assertThat(first.title()).isEqualTo("甲");
        assertThat(first.place())
                .isEqualTo(new Place(Tier.UNIT, new OrgPath("澜川集团/钢铁公司"), "炼铁", List.of("规程"), Clearance.SECRET, "op"));
        assertThat(first.validity().from()).isEqualTo("2024-05-01");
        assertThat(report.added()).hasSize(2);
    }

    @Test
    void aFileThatCannotBeReadChangesNothing() throws ParseException {
        Added first = add("办法.md", "# 办法\n\n第一条 甲。\n");
        assertThatExceptionOfType(ParseException.class).isThrownBy(() -> add("办法.md", ""));
        assertThat(index.passages.get(first.document().id())).hasSize(1);
        assertThat(catalog.entry(first.document().id())).isPresent();
    }

    @Test
    void rebuildsTheIndexWithoutEncodingAgain() throws ParseException {
        Added first = add("办法.md", "# 办法\n\n第一条 甲。\n");
        index.documents.clear();
        index.passages.clear();
        assertThat(ingestion.rebuild(Progress.NONE)).isEmpty();
        assertThat(index.passages.get(first.document().id())).hasSize(1);
        assertThat(encoder.encoded).hasSize(1);
    }

    @Test
    void rebuildsFromTheOriginalWhatHasLostItsOutlineAndNamesWhatHasLostBoth() throws ParseException {
        Added kept = add("甲.md", "# 甲\n\n第一条 甲。\n");
        Added lost = add("乙.md", "# 乙\n\n第一条 乙。\n");
        originals.write(kept.document().id(), OriginalStore.Part.OUTLINE, new byte[] {1});
        originals.delete(lost.document().id());
        index.documents.clear();
        index.passages.clear();
        assertThat(ingestion.rebuild(Progress.NONE)).containsExactly("乙.md");
        assertThat(index.passages).containsOnlyKeys(kept.document().id());
        assertThat(ingestion.outline(kept.document().id())).isPresent();
    }

    @Test
    void aRebuildLeavesWhatWasDeletedOrDescribedMeanwhileAsItIs() throws ParseException {
        Added deleted = add("甲.md", "# 甲\n\n第一条 甲。\n");
        Added described = add("乙.md", "# 乙\n\n第一条 乙。\n");
        for (Added added : List.of(deleted, described)) {
            originals.write(added.document().id(), OriginalStore.Part.VECTORS, new byte[0]);
        }
        Place secret = new Place(Tier.GROUP, GROUP.org(), "采购", List.of(), Clearance.SECRET, "admin");
        AtomicBoolean first = new AtomicBoolean(true);
        encoder.beforeEach = () -> {
            if (first.getAndSet(false)) {
                ingestion.delete(deleted.document().id());
                describe(described, secret);
            }
        };
        assertThat(ingestion.rebuild(Progress.NONE)).isEmpty();
        assertThat(index.documents).containsOnlyKeys(described.document().id());
        assertThat(index.document(described.document().id()).place()).isEqualTo(secret);
    }

    private void describe(Added added, Place place) {
        try {
            add(new NewDocument(added.document().file(), place), "# 乙\n\n第一条 乙。\n");
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aFileThatExhaustsMemoryDoesNotStopTheOthersOfAFolder(@TempDir Path files) throws IOException {
        Files.writeString(files.resolve("a.md"), "# 甲\n\n甲。\n");
        Files.writeString(files.resolve("b.md"), "# 乙\n\n乙。\n");
        AtomicBoolean first = new AtomicBoolean(true);
        encoder.beforeEach = () -> {
            if (first.getAndSet(false)) {
                throw new OutOfMemoryError("heap");
            }
        };
        FolderIngestion.Report report =
                new FolderIngestion(ingestion).add(files, new NewDocument("", GROUP), Manifest.NONE, Progress.NONE);
        assertThat(report.added()).hasSize(1);
        assertThat(report.failed()).extracting(FolderIngestion.Failed::code).containsExactly("TOO_LARGE");
    }

    @Test
    void whatIsAsLongAsItMayBeIsKept() throws ParseException {
        Place place = new Place(
                Tier.GROUP,
                new OrgPath("团".repeat(FieldLimits.ORG)),
                "域".repeat(FieldLimits.DOMAIN),
                List.of("\u0001".repeat(FieldLimits.TAGS)),
                Clearance.INTERNAL,
                "主".repeat(FieldLimits.OWNER));
        Added added = add(
                new NewDocument(
                        "名".repeat(FieldLimits.FILE - 3) + ".md",
                        "题".repeat(FieldLimits.TITLE),
                        place,
                        null,
                        null,
                        "版".repeat(FieldLimits.VERSION),
                        "旧".repeat(FieldLimits.SUPERSEDES)),
                "# 办法\n\n第一条 甲。\n");
        assertThat(catalog.entry(added.document().id()).orElseThrow().document())
                .isEqualTo(added.document());
    }

    @Test
    void aTitleReadFromTheFileIsCutAndNotRefused() throws ParseException {
        String page = "<html><head><title>" + "题".repeat(5_000) + "</title></head><body><p>甲。</p></body></html>";
        assertThat(add("甲.html", page).document().title())
                .hasSize(FieldLimits.TITLE)
                .endsWith("题…");
        assertThat(add("名".repeat(FieldLimits.FILE - 5) + ".html", "<html><body><p>乙。</p></body></html>")
                        .document()
                        .title())
                .hasSizeLessThanOrEqualTo(FieldLimits.TITLE);
    }

    @Test
    void aManifestRowThatIsTooLongNamesFieldAndLimit(@TempDir Path files) throws IOException {
        Files.writeString(files.resolve("a.md"), "# 甲\n\n甲。\n");
        Manifest manifest = Manifest.read("{\"file\":\"a.md\",\"version\":\"" + "版".repeat(201) + "\"}");
        FolderIngestion.Report report =
                new FolderIngestion(ingestion).add(files, new NewDocument("", GROUP), manifest, Progress.NONE);
        FolderIngestion.Failed failed = report.failed().getFirst();
        assertThat(failed.code()).isEqualTo("FIELD_TOO_LONG");
        assertThat(failed.arguments()).isEqualTo(List.of("version", 201, 200));
        assertThat(index.passages).isEmpty();
    }

    private static void await(CountDownLatch started, CountDownLatch gate) {
        started.countDown();
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
