package bangban.knowledge.job;

import bangban.knowledge.ingest.ArchiveIngestion;
import bangban.knowledge.ingest.FolderFiles;
import bangban.knowledge.ingest.Ingestion;
import bangban.knowledge.ingest.Manifest;
import bangban.knowledge.ingest.NewDocument;
import bangban.knowledge.job.IngestQueue.Urgency;
import bangban.knowledge.job.JobFile.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Adds files in the background and tells how far they are. Once a file was accepted it is added, or its failure told, whatever happens to
 * this process; where several share the database, any of them may do it.
 */
public final class IngestJobs implements AutoCloseable {

    private static final Duration BYTES_STAY = Duration.ofDays(7);

    private final FileStore files;
    private final JobStore jobs;
    private final KeptFiles kept;
    private final DurableCommit commits;
    private final TransactionTemplate transaction;
    private final IngestQueue queue;
    private final Interruptions interruptions;
    private final Acceptance acceptance;
    private final InstantSource clock;
    private volatile boolean closing;

    /**
     * Takes files at once; adds them from {@link #start} on.
     *
     * @param source of a database that {@link bangban.knowledge.catalog.KnowledgeSchema} has brought up to date
     * @param dataFolder of this process; uploads are kept below
     * @param workers how many files are added at once
     */
    public IngestJobs(
            Ingestion ingestion,
            DataSource source,
            Path dataFolder,
            int workers,
            QueueLimits limits,
            InstantSource clock) {
        this.files = new FileStore(source);
        this.jobs = new JobStore(source);
        String node = NodeName.of(dataFolder);
        this.kept = new KeptFiles(dataFolder.resolve("uploads"), node);
        this.commits = new DurableCommit(source);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        this.clock = clock;
        FileWork work = new FileWork(new ArchiveIngestion(ingestion), files, kept, commits, clock, () -> closing);
        this.interruptions = new Interruptions(files, clock);
        this.queue = new IngestQueue(
                source, node, workers, new IngestQueue.Work(work::run, interruptions::died, this::giveUpOldBytes));
        this.acceptance = new Acceptance(files, kept, queue, transaction, commits, limits);
        kept.retain(files.keptPaths());
    }

    /**
     * A file that is brought.
     *
     * @param written its bytes, at a path of {@link #incoming}
     */
    public record NewFile(NewDocument description, Path written) {}

    /** Where the bytes of a file are to be written before it is accepted. */
    public Path incoming() {
        return kept.incoming();
    }

    /** Goes on with what an earlier process left, and begins with what waits. */
    public void start() {
        queue.heldBefore().forEach(task -> queue.giveBack(task, interruptions.died(task)));
        queue.start();
        queue.wake();
    }

    /**
     * Accepts files as a new job. When this returns, they survive a loss of power.
     *
     * @throws QueueFullException where too much waits
     */
    public IngestJob accept(String user, List<NewFile> brought) {
        String id = UUID.randomUUID().toString();
        String name = brought.getFirst().description().file();
        acceptance.files(id, user, brought, () -> jobs.insert(id, user, name, clock.instant()));
        forgetSurplus(user);
        return find(id, user).orElseThrow();
    }

    /**
     * Accepts more files for a job; empty where the user has no such job.
     *
     * @throws QueueFullException where too much waits
     */
    public Optional<IngestJob> append(String user, String jobId, List<NewFile> brought) {
        if (jobs.find(jobId, user).isEmpty()) {
            return Optional.empty();
        }
        acceptance.files(jobId, user, brought, () -> {});
        return find(jobId, user);
    }

    /**
     * Accepts every file below a folder (or the one file it is), hidden ones apart, as a new job. They are read where they lie, each when
     * its turn comes, so that no limit holds.
     *
     * @param defaults for what the manifest does not say; its file name is not used
     * @return empty where there is no file
     */
    public Optional<IngestJob> acceptFolder(String user, Path folder, NewDocument defaults, Manifest manifest)
            throws IOException {
        Path root = folder.toAbsolutePath().normalize();
        List<Path> found = FolderFiles.of(root);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String id = UUID.randomUUID().toString();
        String name = String.valueOf(root.getFileName());
        acceptance.found(id, root, found, defaults, manifest, () -> jobs.insert(id, user, name, clock.instant()));
        forgetSurplus(user);
        return find(id, user);
    }

    /** The job; empty where there is none or another user started it. */
    public Optional<IngestJob> find(String id, String user) {
        return jobs.find(id, user);
    }

    /**
     * The user's jobs, the newest first.
     *
     * @param after the last job of the page before, null for the first page
     */
    public List<IngestJob> list(String user, @Nullable IngestJob after, int limit) {
        return jobs.list(user, after, limit);
    }

    /**
     * A job's files in the order in which they were accepted.
     *
     * @param after {@link JobFile#accepted} of the last of the page before, 0 for the first page
     * @param statuses only files that stand there
     */
    public List<JobFile> files(IngestJob job, long after, int limit, Set<Status> statuses) {
        return files.list(job.id(), after, limit, statuses.isEmpty() ? EnumSet.allOf(Status.class) : statuses);
    }

    /**
     * Leaves out what has not begun, and ends what has at its next step; what was added stays. A job that has ended is forgotten, with the
     * bytes of files that could have been tried again.
     */
    public void cancel(IngestJob job) {
        if (job.hasEnded()) {
            forget(job.id());
            return;
        }
        List<String> paths = new ArrayList<>();
        transaction.executeWithoutResult(status -> {
            jobs.setCancelled(job.id(), true);
            paths.addAll(files.failQueued(job.id(), Failure.CANCELLED, clock.instant()));
        });
        commits.await();
        paths.forEach(kept::delete);
    }

    private void forget(String jobId) {
        List<QueuedFile> gone = files.ofJob(jobId);
        jobs.delete(jobId);
        commits.await();
        for (QueuedFile file : gone) {
            if (file.source() instanceof Source.Kept(String path, long bytes)) {
                kept.delete(path);
            }
        }
    }

    private void forgetSurplus(String user) {
        jobs.surplus(user).forEach(this::forget);
    }

    /**
     * Tries files again that have failed and whose bytes are still there.
     *
     * @param fileId one of them, null for all
     * @return how many
     */
    public int retry(IngestJob job, @Nullable String fileId) {
        Integer count = transaction.execute(status -> {
            jobs.setCancelled(job.id(), false);
            List<String> tasks = new ArrayList<>();
            for (QueuedFile file : files.ofJob(job.id())) {
                boolean meant = fileId == null || fileId.equals(file.id());
                if (meant && file.status() == Status.FAILED && !(file.source() instanceof Source.Gone)) {
                    QueuedFile again = file.again();
                    files.putBack(again, null);
                    tasks.add(again.task());
                }
            }
            queue.add(tasks, Urgency.UPLOAD);
            return tasks.size();
        });
        commits.await();
        queue.wake();
        return count == null ? 0 : count;
    }

    /** True from the moment on at which files are left for the next start. */
    boolean isClosing() {
        return closing;
    }

    /** True while this process adds a file or puts away what is left of one. */
    boolean isAdding() {
        return queue.isRunning();
    }

    private void giveUpOldBytes() {
        List<String> paths = files.giveUpBytes(clock.instant().minus(BYTES_STAY));
        commits.await();
        paths.forEach(kept::delete);
    }

    /** Ends what is being added at its next step, and begins with nothing more: all is gone on with after the next start. */
    public void leaveTheRest() {
        closing = true;
    }

    /** Leaves the rest and waits for what is being written; nothing is written after this returns. */
    @Override
    public void close() {
        leaveTheRest();
        queue.close();
    }
}
