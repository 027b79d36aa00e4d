package bangban.knowledge.ingest;

import bangban.knowledge.ingest.IngestJob.Status;
import bangban.knowledge.ingest.Progress.Stage;
import bangban.knowledge.parse.ParseException;
import bangban.knowledge.parse.SourceFile;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds files in the background and tells how far they are. What a job came to outlives a restart; one that a restart interrupted has
 * failed with INTERRUPTED, and adding the file again finishes it.
 */
public final class IngestJobs implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IngestJobs.class);
    private static final int THREADS = 2;

    private final ArchiveIngestion archives;
    private final IngestJobStore store;
    private final InstantSource clock;
    private final Map<String, IngestJob> running = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().name("ingest-", 0).factory());

    public IngestJobs(Ingestion ingestion, DataSource source, InstantSource clock) {
        this.archives = new ArchiveIngestion(ingestion);
        this.store = new IngestJobStore(source);
        this.clock = clock;
        store.failInterrupted();
    }

    /** Queues the file and returns at once. */
    public IngestJob start(String user, NewDocument added, SourceFile file) {
        IngestJob job = new IngestJob(
                UUID.randomUUID().toString(),
                user,
                added.file(),
                Status.QUEUED,
                Stage.PARSING,
                0,
                0,
                null,
                null,
                null,
                null,
                clock.instant());
        store.save(job);
        running.put(job.id(), job);
        threads.execute(() -> run(job.id(), added, file));
        return job;
    }

    private void run(String id, NewDocument added, SourceFile file) {
        try {
            Contents result = archives.add(added, file, (name, stage, done, total) -> step(id, stage, done, total));
            end(id, job -> job.finished(result));
        } catch (ParseException e) {
            end(id, job -> job.failed(e.reason().name()));
        } catch (CancellationException e) {
            end(id, job -> job.failed("INTERRUPTED"));
        } catch (PlaceTakenException e) {
            end(id, job -> job.failed(FailureReason.of(e)));
        } catch (RuntimeException | Error e) { // the edge: the job must end, whatever went wrong
            LOG.error("adding {} failed", added.file(), e);
            end(id, job -> job.failed(FailureReason.of(e)));
        }
    }

    private void step(String id, Stage stage, int done, int total) {
        if (threads.isShutdown() && stage != Stage.DONE) {
            throw new CancellationException("the service is closing");
        }
        if (stage != Stage.DONE) {
            running.computeIfPresent(id, (key, job) -> job.at(stage, done, total));
        }
    }

    private void end(String id, UnaryOperator<IngestJob> change) {
        IngestJob ended = running.computeIfPresent(id, (key, job) -> change.apply(job));
        if (ended != null) {
            keep(ended);
        }
    }

    /** An end that cannot be stored now, on a full disk say, is told from memory and stored when it is asked for again. */
    private void keep(IngestJob ended) {
        try {
            store.save(ended);
            running.remove(ended.id());
        } catch (RuntimeException e) {
            LOG.warn("the end of job {} could not be stored yet", ended.id(), e);
        }
    }

    /** The job; empty where there is none or another user started it. */
    public Optional<IngestJob> find(String id, String user) {
        IngestJob known = running.get(id);
        if (known != null && known.hasEnded()) {
            keep(known);
        }
        return Optional.ofNullable(known)
                .or(() -> store.find(id))
                .filter(job -> job.startedBy().equals(user));
    }

    /**
     * The user's jobs, the newest first.
     *
     * @param after the last job of the page before, null for the first page
     */
    public List<IngestJob> list(String user, @Nullable IngestJob after, int limit) {
        return store.list(user, after, limit).stream()
                .map(job -> running.getOrDefault(job.id(), job))
                .toList();
    }

    /**
     * Ends running jobs at their next step and waits for them, so that nothing is written after it returns. They, and those that still
     * wait, have failed with INTERRUPTED.
     */
    @Override
    public void close() {
        threads.close();
    }
}
