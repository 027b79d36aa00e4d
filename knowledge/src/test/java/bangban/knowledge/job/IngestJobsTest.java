package bangban.knowledge.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.knowledge.catalog.OriginalStore.Part;
import bangban.knowledge.ingest.Ingestion;
import bangban.knowledge.ingest.Manifest;
import bangban.knowledge.ingest.NewDocument;
import bangban.knowledge.job.JobFile.Status;
import bangban.knowledge.place.Grantee;
import bangban.knowledge.place.Place;
import bangban.knowledge.place.Tier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class IngestJobsTest {

    private static final QueueLimits NARROW = new QueueLimits(2, 1_000, 3, 1_000);

    @TempDir
    Path folder = Path.of("");

    private final JobBase base = new JobBase();

    @AfterEach
    void close() {
        base.close();
    }

    @Test
    void whatIsAcceptedIsAddedAndItsBytesGo() throws IOException {
        IngestJobs jobs = base.open(folder, QueueLimits.STANDARD);
        jobs.start();

        IngestJob job = base.ended(jobs, base.accept(jobs, "a.md", "b.md"));

        assertThat(job.status()).isEqualTo(IngestJob.Status.DONE);
        assertThat(job.files()).isEqualTo(new IngestJob.Counts(0, 0, 2, 0));
        assertThat(jobs.files(job, 0, 10, Set.of()))
                .extracting(JobFile::file, JobFile::outcome)
                .containsExactly(tuple("a.md", Ingestion.Outcome.ADDED), tuple("b.md", Ingestion.Outcome.ADDED));
        assertThat(base.catalog.count()).isEqualTo(2);
        assertThat(JobBase.uploads(folder)).isEmpty();
    }

    @Test
    void whatWasAcceptedIsAddedByTheNextProcess() throws IOException {
        IngestJobs first = base.open(folder, QueueLimits.STANDARD);
        IngestJob job = base.accept(first, "a.md", "b.md", "c.md");
        assertThat(job.status()).isEqualTo(IngestJob.Status.QUEUED);
        first.close();

        IngestJobs second = base.open(folder, QueueLimits.STANDARD);
        second.start();

        assertThat(base.ended(second, job).files().done()).isEqualTo(3);
        assertThat(JobBase.uploads(folder)).isEmpty();
    }

    @Test
    void bytesThatNoJobKnowsOfAreRemovedByTheNextProcess() throws IOException {
        IngestJobs first = base.open(folder, QueueLimits.STANDARD);
        Files.writeString(first.incoming(), "half an upload");
        assertThat(JobBase.uploads(folder)).hasSize(1);
        first.close();

        base.open(folder, QueueLimits.STANDARD);

        assertThat(JobBase.uploads(folder)).isEmpty();
    }

    @Test
    void whatWasBeingAddedWhenTheProcessDiedIsTakenUpAtOnce() throws Exception {
        CountDownLatch encoding = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        base.encoder.beforeEach = () -> {
            encoding.countDown();
            await(never);
        };
        IngestJobs dead = base.open(folder, QueueLimits.STANDARD);
        dead.start();
        IngestJob job = base.accept(dead, "a.md");
        encoding.await();
        base.encoder.beforeEach = () -> {};

        IngestJobs next = base.open(folder, QueueLimits.STANDARD);
        next.start();

        assertThat(base.ended(next, job).status()).isEqualTo(IngestJob.Status.DONE);
        assertThat(base.catalog.count()).isOne();
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
    void aFileThatIsThereEachTimeItsProcessDiesIsGivenUp() {
        IngestJobs jobs = base.open(folder, QueueLimits.STANDARD);
        IngestJob job = base.accept(jobs, "a.md");
        FileStore files = new FileStore(base.database);
        Interruptions interruptions = new Interruptions(files, base.clock);
        String task = files.ofJob(job.id()).getFirst().task();

        for (int death = 0; death < 11; death++) {
            assertThat(files.find(FileWork.file(task)).orElseThrow().hasEnded()).isFalse();
            files.begin(FileWork.file(task), base.clock.instant());
            interruptions.died(task);
        }

        JobFile given = base.again(jobs, job).current();
        assertThat(given.status()).isEqualTo(Status.FAILED);
        assertThat(given.reason()).isEqualTo("INTERRUPTED");
        assertThat(given.retryable()).isTrue();
    }

    @Test
    void severalProcessesShareTheWorkAndAddEachFileOnce() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        Path one = Files.createDirectories(folder.resolve("one"));
        Files.createDirectories(one.resolve("uploads"));
        Files.createSymbolicLink(other.resolve("uploads"), one.resolve("uploads"));
        IngestJobs first = base.open(one, QueueLimits.STANDARD);
        IngestJobs second = base.open(other, QueueLimits.STANDARD);
        String[] names = IntStream.range(0, 40).mapToObj(i -> i + ".md").toArray(String[]::new);
        IngestJob job = base.accept(first, names);

        second.start();
        first.start();

        assertThat(base.ended(first, job).files().done()).isEqualTo(40);
        assertThat(base.index.documents).hasSize(40);
        assertThat(base.encoder.encoded)
                .hasSize(40)
                .allSatisfy((text, times) -> assertThat(times).isOne());
    }

    @Test
    void theLastOfSeveralVersionsOfAFileStays() {
        IngestJobs jobs = base.open(folder, QueueLimits.STANDARD);
        IngestJob last = null;
        for (int version = 1; version <= 6; version++) {
            last = base.acceptText(jobs, "a.md", "# 办法\n\n第一条 第 " + version + " 版。\n");
        }
        jobs.start();

        base.ended(jobs, last);

        assertThat(base.catalog.all()).hasSize(1);
        String id = base.catalog.all().getFirst().document().id();
        assertThat(base.originals.read(id, Part.ORIGINAL))
                .hasValueSatisfying(bytes ->
                        assertThat(new String(bytes, StandardCharsets.UTF_8)).contains("第 6 版"));
    }

    @Test
    void aFullQueueTakesNothingMore() throws IOException {
        IngestJobs jobs = base.open(folder, NARROW);
        base.accept(jobs, "a.md", "b.md");

        assertThatExceptionOfType(QueueFullException.class)
                .isThrownBy(() -> base.accept(jobs, "c.md"))
                .satisfies(full -> assertThat(full.files()).isEqualTo(2));
        assertThatExceptionOfType(QueueFullException.class)
                .isThrownBy(() -> base.acceptAs("somebody else", jobs, "c.md", "d.md"));
        base.acceptAs("somebody else", jobs, "c.md");

        assertThat(JobBase.uploads(folder).stream().filter(path -> !path.endsWith(".part")))
                .hasSize(3);
    }

    @Test
    void aFileThatAloneIsLargerThanTheQueueIsTakenWhereNothingWaits() {
        IngestJobs jobs = base.open(folder, new QueueLimits(2, 10, 3, 10));

        assertThat(base.accept(jobs, "a.md").files().queued()).isOne();
    }

    @Test
    void aCancelledJobLeavesOutWhatHasNotBegunAndKeepsWhatWasAdded() throws Exception {
        CountDownLatch second = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        base.encoder.beforeEach = () -> {
            if (base.encoder.encoded.size() == 1) {
                second.countDown();
                await(goOn);
            }
        };
        IngestJobs jobs = base.open(folder, QueueLimits.STANDARD, 1);
        jobs.start();
        IngestJob job = base.accept(jobs, "a.md", "b.md", "c.md");
        second.await();

        jobs.cancel(job);
        goOn.countDown();

        IngestJob ended = base.ended(jobs, job);
        assertThat(ended.status()).isEqualTo(IngestJob.Status.FAILED);
        assertThat(ended.cancelled()).isTrue();
        assertThat(jobs.files(ended, 0, 10, Set.of(Status.FAILED)))
                .allSatisfy(file -> assertThat(file.reason()).isEqualTo("CANCELLED"))
                .extracting(JobFile::file)
                .containsExactly("b.md", "c.md");
        assertThat(base.catalog.count()).isOne();
        assertThat(JobBase.uploads(folder)).isEmpty();
    }

    @Test
    void aCancelledJobThatHasEndedIsForgotten() throws IOException {
        base.encoder.beforeEach = () -> {
            throw new IllegalStateException("broken");
        };
        IngestJobs jobs = base.open(folder, QueueLimits.STANDARD);
        jobs.start();
        IngestJob job = base.ended(jobs, base.accept(jobs, "a.md"));
        assertThat(JobBase.uploads(folder)).hasSize(1);

        jobs.cancel(job);

        assertThat(jobs.find(job.id(), JobBase.USER)).isEmpty();
        assertThat(JobBase.uploads(folder)).isEmpty();
    }

    @Test
    void whatFailedIsTriedAgainWhenAPersonAsks() throws IOException {
        base.encoder.beforeEach = () -> {
            throw new IllegalStateException("broken");
        };
        IngestJobs jobs = base.open(folder, QueueLimits.STANDARD);
        jobs.start();
        IngestJob job = base.ended(jobs, base.accept(jobs, "a.md", "b.md"));
        assertThat(jobs.files(job, 0, 10, Set.of(Status.FAILED)))
                .hasSize(2)
                .allSatisfy(file -> assertThat(file.reason()).isEqualTo("INTERNAL"))
                .allSatisfy(file -> assertThat(file.retryable()).isTrue());

        base.encoder.beforeEach = () -> {};
        assertThat(jobs.retry(job, job.current().id())).isOne();
        IngestJob half = base.ended(jobs, job);
        assertThat(half.files()).isEqualTo(new IngestJob.Counts(0, 0, 1, 1));

        assertThat(jobs.retry(half, null)).isOne();
        assertThat(base.ended(jobs, job).status()).isEqualTo(IngestJob.Status.DONE);
        assertThat(JobBase.uploads(folder)).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadIsNotTriedAgain() throws IOException {
        IngestJobs jobs = base.open(folder, QueueLimits.STANDARD);
        jobs.start();

        IngestJob job = base.ended(jobs, base.acceptText(jobs, "a.pdf", "%PDF-1.7 garbage"));

        assertThat(job.current().reason()).isEqualTo("CORRUPT");
        assertThat(job.current().retryable()).isFalse();
        assertThat(jobs.retry(job, null)).isZero();
        assertThat(JobBase.uploads(folder)).isEmpty();
    }

    @Test
    void whatPassesIsTriedAgainByItself() {
        boolean[] full = {true};
        base.encoder.beforeEach = () -> {
            if (full[0]) {
                full[0] = false;
                throw new UncheckedIOException(new IOException("No space left on device"));
            }
        };
        IngestJobs jobs = base.open(folder, QueueLimits.STANDARD);
        jobs.start();

        IngestJob job = base.ended(jobs, base.accept(jobs, "a.md"));

        assertThat(job.status()).isEqualTo(IngestJob.Status.DONE);
        assertThat(full[0]).isFalse();
    }

    @Test
    void whatIsStoppedWithoutTheProcessClosingIsTriedAgainByItself() {
        boolean[] stopped = {false};
        base.encoder.beforeEach = () -> {
            if (!stopped[0]) {
                stopped[0] = true;
                throw new CancellationException("the process that reads was stopped");
            }
        };
        IngestJobs jobs = base.open(folder, QueueLimits.STANDARD);
        jobs.start();

        assertThat(base.ended(jobs, base.accept(jobs, "a.md")).status()).isEqualTo(IngestJob.Status.DONE);
        assertThat(stopped[0]).isTrue();
    }

    @Test
    void aFolderIsReadWhereItLies() throws IOException {
        Path documents = Files.createDirectories(folder.resolve("documents/sub"));
        Files.writeString(documents.resolve("a.md"), "# 甲办法\n\n第一条 早班七点。\n");
        Files.writeString(documents.resolve("b.md"), "# 乙办法\n\n第一条 晚班九点。\n");
        Files.writeString(documents.resolve(".hidden"), "x");
        Manifest manifest = Manifest.read("{\"file\":\"sub/b.md\",\"domain\":\"" + "长".repeat(201) + "\"}");
        IngestJobs jobs = base.open(Files.createDirectories(folder.resolve("data")), NARROW);
        jobs.start();

        IngestJob job = jobs.acceptFolder(
                        JobBase.USER, folder.resolve("documents"), new NewDocument("", JobBase.PLACE), manifest)
                .orElseThrow();

        List<JobFile> files = jobs.files(base.ended(jobs, job), 0, 10, Set.of());
        assertThat(files)
                .extracting(JobFile::file, JobFile::status)
                .containsExactly(tuple("sub/a.md", Status.DONE), tuple("sub/b.md", Status.FAILED));
        assertThat(files.getLast().reason()).isEqualTo("FIELD_TOO_LONG");
        assertThat(files.getLast().arguments()).isEqualTo(List.of("domain", 201, 200));
        assertThat(documents.resolve("a.md")).exists();
    }

    @Test
    void aFolderWithoutFilesIsNoJob() throws IOException {
        IngestJobs jobs = base.open(folder, QueueLimits.STANDARD);
        Path empty = Files.createDirectories(folder.resolve("empty"));

        assertThat(jobs.acceptFolder(JobBase.USER, empty, new NewDocument("", JobBase.PLACE), Manifest.NONE))
                .isEmpty();
    }

    @Test
    void moreFilesJoinAJobOfTheSameUserOnly() {
        IngestJobs jobs = base.open(folder, QueueLimits.STANDARD);
        IngestJob job = base.accept(jobs, "a.md");

        assertThat(jobs.append(JobBase.USER, job.id(), List.of(base.brought(jobs, "b.md", "# 乙\n\n第一条 乙。\n"))))
                .hasValueSatisfying(grown -> assertThat(grown.files().total()).isEqualTo(2));
        assertThat(jobs.append("somebody else", job.id(), List.of())).isEmpty();
        assertThat(jobs.find(job.id(), "somebody else")).isEmpty();
    }

    @Test
    void closingHandsWhatIsBeingAddedToTheNextStart() throws Exception {
        CountDownLatch encoding = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        base.encoder.beforeEach = () -> {
            encoding.countDown();
            await(goOn);
        };
        IngestJobs jobs = base.open(folder, QueueLimits.STANDARD);
        jobs.start();
        IngestJob job = base.accept(jobs, "a.md");
        encoding.await();
        Thread closing = Thread.ofPlatform().start(jobs::close);
        while (!jobs.isClosing()) {
            Thread.onSpinWait();
        }
        goOn.countDown();
        closing.join(Duration.ofSeconds(30));

        JobFile left = base.again(jobs, job).current();
        assertThat(left.status()).isEqualTo(Status.QUEUED);
        assertThat(base.catalog.count()).isZero();
        assertThat(JdbcClient.create(base.database)
                        .sql("select count(*) from knowledge_task where picked")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whatIsSaidOfAFileSurvivesBeingWritten() {
        Place place = new Place(Tier.UNIT, new OrgPath("集团/甲厂"), "采购", List.of("招标", "比价"), Clearance.SECRET, "keeper");
        NewDocument said = new NewDocument(
                "目录/办法.md", "办法", place, LocalDate.of(2025, 3, 1), null, "2025", "旧办法.md", Clearance.CONFIDENTIAL);
        Place shared = place.sharedWith(Set.of(new Grantee.Account("buyer"), new Grantee.Unit(new OrgPath("集团/乙厂"))));
        Place ofOneSession = new Place(
                Tier.PERSONAL, new OrgPath("集团"), null, List.of(), Clearance.INTERNAL, "keeper", "s1", Set.of());

        for (NewDocument each : List.of(said, new NewDocument("a.md", shared), new NewDocument("b.md", ofOneSession))) {
            assertThat(Descriptions.read(Descriptions.written(each))).isEqualTo(each);
        }
    }

    @Test
    void aFileThatExhaustsMemoryOrStackEndsItselfAndNoOther() {
        IngestJobs jobs = base.open(folder, QueueLimits.STANDARD);
        jobs.start();
        assertThat(reason(jobs, new OutOfMemoryError("heap"), "a.md")).isEqualTo("TOO_LARGE");
        assertThat(reason(jobs, new StackOverflowError(), "b.md")).isEqualTo("CORRUPT");
        assertThat(reason(jobs, new NoClassDefFoundError("x"), "c.md")).isEqualTo("INTERNAL");
        base.encoder.beforeEach = () -> {};
        assertThat(base.ended(jobs, base.accept(jobs, "d.md")).status()).isEqualTo(IngestJob.Status.DONE);
    }

    private @Nullable String reason(IngestJobs jobs, Error thrown, String name) {
        base.encoder.beforeEach = () -> {
            throw thrown;
        };
        return base.ended(jobs, base.accept(jobs, name)).current().reason();
    }
}
