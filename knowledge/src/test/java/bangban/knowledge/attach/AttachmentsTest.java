package bangban.knowledge.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.knowledge.attach.Attachment.Status;
import bangban.knowledge.attach.AttachmentException.Reason;
import bangban.knowledge.catalog.DocumentCatalog;
import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.catalog.KnowledgeSchema;
import bangban.knowledge.catalog.OriginalStore;
import bangban.knowledge.ingest.DocumentChange;
import bangban.knowledge.ingest.HashingTextEncoder;
import bangban.knowledge.ingest.InMemoryPassageIndex;
import bangban.knowledge.ingest.Ingestion;
import bangban.knowledge.parse.FileReader;
import bangban.knowledge.parse.PageProgress;
import bangban.knowledge.parse.ParseException;
import bangban.knowledge.parse.Parsers;
import bangban.knowledge.parse.Reading;
import bangban.knowledge.parse.SourceFile;
import bangban.knowledge.place.Reader;
import bangban.knowledge.place.Tier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachmentsTest {

    private static final OrgPath ORG = new OrgPath("集团/甲厂");
    private static final Reader STAFF = new Reader("staff", ORG, Clearance.INTERNAL, false);
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final JdbcConnectionPool database = JdbcConnectionPool.create(
            "jdbc:h2:mem:" + UUID.randomUUID()
                    + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1",
            "sa",
            "");
    private final InMemoryPassageIndex index = new InMemoryPassageIndex();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private DocumentCatalog catalog = migrated();

    @AfterEach
    void close() {
        database.dispose();
    }

    private DocumentCatalog migrated() {
        KnowledgeSchema.migrate(database);
        return new DocumentCatalog(database);
    }

    private Attachments open(FileReader reader) {
        OriginalStore originals = new OriginalStore(folder);
        Ingestion ingestion = new Ingestion(catalog, originals, index, new HashingTextEncoder(), reader, () -> now);
        return new Attachments(ingestion, catalog, database, folder.resolve("attachments"), () -> now);
    }

    private static String add(Attachments attachments, String file, byte[] bytes) throws IOException {
        Path written = Files.write(attachments.incoming(), bytes);
        return attachments.add("staff", ORG, Clearance.INTERNAL, file, written).id();
    }

    private static Attachment read(Attachments attachments, String file, String text) throws IOException {
        String id = add(attachments, file, text.getBytes(StandardCharsets.UTF_8));
        return attachments.await(id, "staff", LONG).orElseThrow();
    }

    private List<String> files(Reader reader) {
        return catalog.list(new DocumentCatalog.Query(reader)).documents().stream()
                .map(KnowledgeDocument::file)
                .toList();
    }

    private List<String> kept() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("attachments"))) {
            return files.map(Path::toString).toList();
        }
    }

    @Test
    void isForNobodyUntilItIsSentAndThenForItsSession() throws IOException {
        try (Attachments attachments = open(Parsers.standard())) {
            Attachment read = read(attachments, "合同.md", "# 合同\n\n第一条 甲方付款。\n");
            assertThat(read.status()).isEqualTo(Status.READY);
            assertThat(read.documentIds()).hasSize(1);
            assertThat(read.passages()).isPositive();
            assertThat(kept()).isEmpty();
            assertThat(files(STAFF)).isEmpty();
            assertThat(files(STAFF.in("s1"))).isEmpty();
            assertThat(attachments.find(read.id(), "buyer")).isEmpty();

            attachments.send(List.of(read.id()), "s1", "staff");
            attachments.send(List.of(read.id()), "s1", "staff");

            assertThat(files(STAFF.in("s1"))).containsExactly("合同.md");
            assertThat(files(STAFF)).isEmpty();
            assertThat(files(new Reader("buyer", ORG, Clearance.INTERNAL, true).in("s1")))
                    .isEmpty();
            assertThat(index.document(read.documentIds().getFirst()).place().session())
                    .isEqualTo("s1");
        }
    }

    @Test
    void refusesToSendWhatIsUnknownAnothersElsewhereOrUnreadable() throws IOException {
        try (Attachments attachments = open(Parsers.standard())) {
            Attachment good = read(attachments, "合同.md", "第一条 甲方付款。");
            Attachment bad = read(attachments, "空.md", "");
            assertThat(bad.status()).isEqualTo(Status.FAILED);
            assertThat(bad.reason()).isEqualTo("EMPTY");
            assertRefused(Reason.UNKNOWN, attachments, "none", "s1", "staff");
            assertRefused(Reason.UNKNOWN, attachments, good.id(), "s1", "buyer");
            assertRefused(Reason.FAILED, attachments, bad.id(), "s1", "staff");
            assertThatExceptionOfType(AttachmentException.class)
                    .isThrownBy(() -> attachments.send(List.of(good.id(), bad.id()), "s1", "staff"));
            assertThat(files(STAFF.in("s1"))).as("all or none").isEmpty();
            attachments.send(List.of(good.id()), "s1", "staff");
            assertRefused(Reason.ELSEWHERE, attachments, good.id(), "s2", "staff");
        }
    }

    private static void assertRefused(Reason reason, Attachments attachments, String id, String session, String owner) {
        assertThatExceptionOfType(AttachmentException.class)
                .isThrownBy(() -> attachments.send(List.of(id), session, owner))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void filesOfOneNameStayApart() throws IOException {
        try (Attachments attachments = open(Parsers.standard())) {
            for (String text : List.of("第一条 甲方付款。", "第一条 乙方付款。", "第一条 甲方付款。")) {
                attachments.send(List.of(read(attachments, "附件.md", text).id()), "s1", "staff");
            }
            assertThat(files(STAFF.in("s1"))).containsExactlyInAnyOrder("附件.md", "附件 (2).md", "附件 (3).md");
        }
    }

    @Test
    void eachFileInsideAnArchiveIsAttached() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : List.of("甲.md", "乙.md", "坏.pdf")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write((name.endsWith("pdf") ? "%PDF-1.7 nothing" : "第一条 " + name + "付款。")
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        try (Attachments attachments = open(Parsers.standard())) {
            for (String session : List.of("s1", "s1")) {
                String id = add(attachments, "资料.zip", bytes.toByteArray());
                Attachment read = attachments.await(id, "staff", LONG).orElseThrow();
                assertThat(read.documentIds()).hasSize(2);
                assertThat(read.failed())
                        .singleElement()
                        .satisfies(failed -> assertThat(failed.file()).isEqualTo("资料.zip/坏.pdf"));
                attachments.send(List.of(id), session, "staff");
            }
            assertThat(files(STAFF.in("s1")))
                    .containsExactlyInAnyOrder("资料.zip/甲.md", "资料.zip/乙.md", "资料 (2).zip/甲.md", "资料 (2).zip/乙.md");
        }
    }

    @Test
    void whatIsTakenBackOrNotSentForLongGoes() throws IOException {
        try (Attachments attachments = open(Parsers.standard())) {
            Attachment taken = read(attachments, "甲.md", "第一条 甲。");
            Attachment old = read(attachments, "乙.md", "第一条 乙。");
            Attachment sent = read(attachments, "丙.md", "第一条 丙。");
            attachments.send(List.of(sent.id()), "s1", "staff");
            assertThat(attachments.takeBack(taken.id(), "buyer")).isFalse();
            assertThat(attachments.takeBack(sent.id(), "staff")).isFalse();
            assertThat(attachments.takeBack(taken.id(), "staff")).isTrue();
            attachments.sweep();
            assertThat(catalog.count()).isEqualTo(2);
            now = now.plus(Attachments.UNSENT_STAYS).plusSeconds(1);
            attachments.sweep();
            assertThat(attachments.find(old.id(), "staff")).isEmpty();
            assertThat(attachments.find(taken.id(), "staff")).isEmpty();
            assertThat(files(STAFF.in("s1"))).containsExactly("丙.md");
            assertThat(catalog.count()).isOne();
        }
    }

    @Test
    void whatWasSentGoesWithItsSessionUnlessItWasPutIntoTheKnowledgeBase() throws IOException {
        try (Attachments attachments = open(Parsers.standard())) {
            Attachment gone = read(attachments, "甲.md", "第一条 甲。");
            Attachment stays = read(attachments, "乙.md", "第一条 乙。");
            attachments.send(List.of(gone.id(), stays.id()), "s1", "staff");
            DocumentChange mine = DocumentChange.moved(Tier.PERSONAL, ORG);
            ingestionChange(stays.documentIds().getFirst(), mine);
            attachments.deleteSession("s1", "buyer");
            assertThat(catalog.count()).isEqualTo(2);
            attachments.deleteSession("s1", "staff");
            assertThat(files(STAFF)).containsExactly("乙.md");
            assertThat(catalog.count()).isOne();
        }
    }

    private void ingestionChange(String id, DocumentChange change) {
        new Ingestion(
                        catalog,
                        new OriginalStore(folder),
                        index,
                        new HashingTextEncoder(),
                        Parsers.standard(),
                        () -> now)
                .changes()
                .change(id, change, (before, after) -> {});
    }

    @Test
    void whatAProcessLeftUnreadIsReadByTheNext() throws IOException {
        StuckReader stuck = new StuckReader();
        String id;
        try (Attachments attachments = open(stuck)) {
            id = add(attachments, "甲.md", "第一条 甲。".getBytes(StandardCharsets.UTF_8));
            assertThat(attachments
                            .await(id, "staff", Duration.ZERO)
                            .orElseThrow()
                            .status())
                    .isEqualTo(Status.READING);
            assertRefused(Reason.NOT_READY, attachments, id, "s1", "staff");
            Thread.ofVirtual().start(() -> stuck.goOn.countDown());
        }
        // it may have been read to its end before the process closed
        try (Attachments attachments = open(Parsers.standard())) {
            attachments.start();
            assertThat(attachments.await(id, "staff", LONG).orElseThrow().status())
                    .isEqualTo(Status.READY);
        }
        assertThat(catalog.count()).isOne();
    }

    /** Reads nothing before it is told to. */
    private static final class StuckReader implements FileReader {

        final CountDownLatch goOn = new CountDownLatch(1);

        @Override
        public Reading read(SourceFile file, PageProgress progress) throws ParseException {
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            progress.page(1, 1, false);
            return Parsers.standard().read(file, progress);
        }
    }

    @Test
    void oneOwnerMayLeaveOnlySoManyUnsent() throws IOException {
        try (Attachments attachments = open(Parsers.standard())) {
            for (int i = 0; i < Attachments.MOST_UNSENT; i++) {
                add(attachments, i + ".md", "第一条 甲。".getBytes(StandardCharsets.UTF_8));
            }
            assertThatExceptionOfType(AttachmentException.class)
                    .isThrownBy(() -> add(attachments, "甲.md", new byte[1]))
                    .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.TOO_MANY));
        }
    }
}
