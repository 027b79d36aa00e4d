package bangban.knowledge.job;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.config.organisation.Clearance;
import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.ingest.ContentsCount;
import bangban.knowledge.ingest.FolderIngestion.Failed;
import bangban.knowledge.ingest.Ingestion;
import bangban.knowledge.ingest.Manifest;
import bangban.knowledge.ingest.NewDocument;
import bangban.knowledge.job.IngestJobs.NewFile;
import bangban.knowledge.place.Place;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveJobsTest {

    private static final NewDocument ARCHIVE = new NewDocument("制度.zip", JobBase.PLACE);

    @TempDir
    Path folder = Path.of("");

    private final JobBase base = new JobBase();

    @AfterEach
    void close() {
        base.close();
    }

    @Test
    void aJobTellsHowManyWereAddedAndWhichWereNotAfterARestartToo() {
        IngestJobs jobs = base.open(folder, QueueLimits.STANDARD);
        jobs.start();
        IngestJob job = base.ended(jobs, accept(jobs, ARCHIVE, zip("a.md", "# 甲", "b.xyz", "?")));
        jobs.close();

        JobFile file = base.again(base.open(folder, QueueLimits.STANDARD), job).current();

        assertThat(file.status()).isEqualTo(JobFile.Status.DONE);
        assertThat(file.outcome()).isEqualTo(Ingestion.Outcome.ADDED);
        assertThat(file.contents()).isEqualTo(new ContentsCount(1, 0, 0, 0, List.of(unknown("制度.zip/b.xyz"))));
    }

    @Test
    void anArchiveOfWhichNothingCanBeReadHasFailedAndTellsWhy() {
        IngestJobs jobs = base.open(folder, QueueLimits.STANDARD);
        jobs.start();

        JobFile file = base.ended(jobs, accept(jobs, ARCHIVE, zip("b.xyz", "?", "c.xyz", "?")))
                .current();

        assertThat(file.status()).isEqualTo(JobFile.Status.FAILED);
        assertThat(file.reason()).isEqualTo("UNKNOWN_FORMAT");
        assertThat(file.contents())
                .isEqualTo(new ContentsCount(0, 0, 0, 0, List.of(unknown("制度.zip/b.xyz"), unknown("制度.zip/c.xyz"))));
    }

    private static Failed unknown(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return new Failed(file, "UNKNOWN_FORMAT", "no parser reads a file like " + name, List.of());
    }

    @Test
    void anArchiveThatWasInterruptedComesToWhatItComesToOtherwise() throws InterruptedException {
        IngestJobs dead = base.open(folder, QueueLimits.STANDARD);
        dead.start();
        base.ended(dead, accept(dead, ARCHIVE, zip("a.md", "# 甲", "b.md", "# 乙")));
        CountDownLatch halfWay = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        base.encoder.beforeEach = () -> {
            if (base.catalog.count() == 4) {
                halfWay.countDown();
                await(never);
            }
        };
        // another archive that happens to be called the same, so that nothing of the one before goes
        IngestJob job = accept(dead, ARCHIVE, zip("c.md", "# 丙", "d.md", "# 丁", "e.md", "# 戊"));
        halfWay.await();
        base.encoder.beforeEach = () -> {};

        IngestJobs next = base.open(folder, QueueLimits.STANDARD);
        next.start();

        assertThat(base.ended(next, job).current().contents()).isEqualTo(new ContentsCount(3, 0, 0, 0, List.of()));
        assertThat(documents())
                .extracting(KnowledgeDocument::file)
                .containsExactly("制度.zip/a.md", "制度.zip/b.md", "制度.zip/c.md", "制度.zip/d.md", "制度.zip/e.md");
        never.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whoMayNotReplaceADocumentMayNotAfterARestart() {
        Place secret =
                new Place(JobBase.PLACE.tier(), JobBase.PLACE.org(), null, List.of(), Clearance.SECRET, JobBase.USER);
        IngestJobs first = base.open(folder, QueueLimits.STANDARD);
        first.start();
        base.ended(first, accept(first, new NewDocument("制度.zip", secret), zip("a.md", "# 甲\n\n机密。")));
        first.close();
        IngestJobs accepting = base.open(folder, QueueLimits.STANDARD);
        IngestJob job =
                accept(accepting, ARCHIVE.replacingUpTo(Clearance.INTERNAL), zip("a.md", "# 甲\n\n另一份。", "b.md", "# 乙"));
        accepting.close();

        IngestJobs next = base.open(folder, QueueLimits.STANDARD);
        next.start();

        ContentsCount contents =
                Objects.requireNonNull(base.ended(next, job).current().contents());
        assertThat(contents.added()).isOne();
        assertThat(contents.failed()).extracting(Failed::code).containsExactly("PLACE_TAKEN");
        assertThat(documents().getFirst().place()).isEqualTo(secret);
    }

    @Test
    void aManifestDescribesFilesInsideAnArchiveAfterARestartToo() throws IOException {
        Path documents = Files.createDirectories(folder.resolve("documents"));
        Files.write(documents.resolve("制度.zip"), zip("a.md", "# 甲", "b.md", "# 乙"));
        Manifest manifest = Manifest.read("{\"file\": \"制度.zip/a.md\", \"title\": \"甲办法\"}");
        Path data = Files.createDirectories(folder.resolve("data"));
        IngestJobs accepting = base.open(data, QueueLimits.STANDARD);
        IngestJob job = accepting
                .acceptFolder(JobBase.USER, documents, new NewDocument("", JobBase.PLACE), manifest)
                .orElseThrow();
        accepting.close();

        IngestJobs next = base.open(data, QueueLimits.STANDARD);
        next.start();

        base.ended(next, job);
        assertThat(documents()).extracting(KnowledgeDocument::title).containsExactly("甲办法", "乙");
    }

    @Test
    void anArchiveThatFillsTheDiskIsTriedAgainAndCompleted() {
        boolean[] full = {true};
        base.encoder.beforeEach = () -> {
            if (full[0] && base.catalog.count() == 1) {
                full[0] = false;
                throw new UncheckedIOException(new IOException("No space left on device"));
            }
        };
        IngestJobs jobs = base.open(folder, QueueLimits.STANDARD);
        jobs.start();

        JobFile file = base.ended(jobs, accept(jobs, ARCHIVE, zip("a.md", "# 甲", "b.md", "# 乙", "c.md", "# 丙")))
                .current();

        assertThat(full[0]).isFalse();
        assertThat(file.contents()).isEqualTo(new ContentsCount(3, 0, 0, 0, List.of()));
    }

    private static IngestJob accept(IngestJobs jobs, NewDocument described, byte[] bytes) {
        try {
            return jobs.accept(JobBase.USER, List.of(new NewFile(described, Files.write(jobs.incoming(), bytes))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<KnowledgeDocument> documents() {
        return base.catalog.all().stream()
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
