package bangban.knowledge.job;

import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.knowledge.catalog.DocumentCatalog;
import bangban.knowledge.catalog.KnowledgeSchema;
import bangban.knowledge.catalog.OriginalStore;
import bangban.knowledge.ingest.HashingTextEncoder;
import bangban.knowledge.ingest.InMemoryPassageIndex;
import bangban.knowledge.ingest.Ingestion;
import bangban.knowledge.ingest.NewDocument;
import bangban.knowledge.job.IngestJobs.NewFile;
import bangban.knowledge.parse.Parsers;
import bangban.knowledge.place.Place;
import bangban.knowledge.place.Tier;
import bangban.language.encode.TextEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** A knowledge base that processes come to and leave. */
final class JobBase implements AutoCloseable {

    static final String USER = "admin";
    static final Place PLACE = new Place(Tier.GROUP, new OrgPath("澜川集团"), null, List.of(), Clearance.INTERNAL, USER);

    private static final long LOOK_EVERY_NANOS = 5_000_000;

    final JdbcConnectionPool database = JdbcConnectionPool.create(
            "jdbc:h2:mem:" + UUID.randomUUID()
                    + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1",
            "sa",
            "");
    private final AtomicLong asked = new AtomicLong();

    /** A little later each time. */
    final InstantSource clock = () -> Instant.parse("2026-01-01T00:00:00Z").plusMillis(asked.incrementAndGet());

    final InMemoryPassageIndex index = new InMemoryPassageIndex();
    final CountingEncoder encoder = new CountingEncoder();
    final DocumentCatalog catalog;
    final OriginalStore originals;
    private final Path folder;
    private final Ingestion ingestion;
    private final List<IngestJobs> opened = new ArrayList<>();

    JobBase() {
        try {
            folder = Files.createTempDirectory("bangban-jobs");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        KnowledgeSchema.migrate(database);
        catalog = new DocumentCatalog(database);
        originals = new OriginalStore(folder);
        ingestion = new Ingestion(catalog, originals, index, encoder, Parsers.standard(), clock);
    }

    /** A process with this data folder. */
    IngestJobs open(Path dataFolder, QueueLimits limits) {
        return open(dataFolder, limits, 2);
    }

    IngestJobs open(Path dataFolder, QueueLimits limits, int workers) {
        IngestJobs jobs = new IngestJobs(ingestion, database, dataFolder, workers, limits, clock);
        opened.add(jobs);
        return jobs;
    }

    IngestJob accept(IngestJobs jobs, String... names) {
        return acceptAs(USER, jobs, names);
    }

    IngestJob acceptAs(String user, IngestJobs jobs, String... names) {
        return jobs.accept(
                user,
                Arrays.stream(names)
                        .map(name -> brought(jobs, name, "# " + name + "办法\n\n第一条 " + name + "自即日起施行。\n"))
                        .toList());
    }

    IngestJob acceptText(IngestJobs jobs, String name, String text) {
        return jobs.accept(USER, List.of(brought(jobs, name, text)));
    }

    NewFile brought(IngestJobs jobs, String name, String text) {
        try {
            return new NewFile(new NewDocument(name, PLACE), Files.writeString(jobs.incoming(), text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    IngestJob again(IngestJobs jobs, IngestJob job) {
        return jobs.find(job.id(), job.startedBy()).orElseThrow();
    }

    /** Looks until the job has ended. */
    IngestJob ended(IngestJobs jobs, @Nullable IngestJob job) {
        IngestJob now = again(jobs, Objects.requireNonNull(job));
        while (!now.hasEnded()) {
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
            now = again(jobs, now);
        }
        // its bytes go after its end is known
        while (now.files().failed() == 0 && jobs.isAdding()) {
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
        return now;
    }

    static List<String> uploads(Path dataFolder) throws IOException {
        try (Stream<Path> files = Files.walk(dataFolder.resolve("uploads"))) {
            return files.filter(Files::isRegularFile).map(Path::toString).toList();
        }
    }

    @Override
    public void close() {
        opened.forEach(IngestJobs::close);
        database.dispose();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Counts how often each text was encoded. */
    static final class CountingEncoder implements TextEncoder {

        final Map<String, Integer> encoded = new ConcurrentHashMap<>();
        private final TextEncoder encoder = new HashingTextEncoder();

        /** Called before each text. */
        volatile Runnable beforeEach = () -> {};

        @Override
        public float[] encode(String text) {
            beforeEach.run();
            encoded.merge(text, 1, Integer::sum);
            return encoder.encode(text);
        }

        @Override
        public int dimensions() {
            return encoder.dimensions();
        }

        @Override
        public String version() {
            return encoder.version();
        }

        @Override
        public void close() {
            encoder.close();
        }
    }
}
