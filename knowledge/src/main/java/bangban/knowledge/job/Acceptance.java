package bangban.knowledge.job;

import bangban.knowledge.ingest.FailureReason;
import bangban.knowledge.ingest.FieldTooLongException;
import bangban.knowledge.ingest.FolderFiles;
import bangban.knowledge.ingest.Ingestion;
import bangban.knowledge.ingest.Manifest;
import bangban.knowledge.ingest.NewDocument;
import bangban.knowledge.job.IngestJobs.NewFile;
import bangban.knowledge.job.IngestQueue.Urgency;
import bangban.knowledge.job.JobFile.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes files: first their bytes, for good, then their rows and tasks in one transaction, then the transaction for good. A crash in
 * between leaves bytes that nothing knows of, which the next start removes.
 */
record Acceptance(
        FileStore files,
        KeptFiles kept,
        IngestQueue queue,
        TransactionOperations transaction,
        DurableCommit commits,
        QueueLimits limits) {

    private static final int LONGEST_NAME = 1000;

    /**
     * @param job inserts the job, where it is a new one
     * @throws QueueFullException where too much waits
     */
    void files(String jobId, String user, List<NewFile> brought, Runnable job) {
        List<Source.Kept> sources = new ArrayList<>();
        try {
            List<Long> sizes = sizes(brought);
            long bytes = sizes.stream().mapToLong(Long::longValue).sum();
            limits.check(files.waiting(user), files.waiting(), brought.size(), bytes);
            for (int i = 0; i < brought.size(); i++) {
                sources.add(new Source.Kept(kept.keep(brought.get(i).written()), sizes.get(i)));
            }
            together(Urgency.UPLOAD, tasks -> {
                job.run();
                for (int i = 0; i < brought.size(); i++) {
                    tasks.add(insert(jobId, brought.get(i).description(), Manifest.NONE, sources.get(i)));
                }
            });
        } catch (IOException e) {
            sources.forEach(source -> kept.delete(source.path()));
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            sources.forEach(source -> kept.delete(source.path()));
            throw e;
        }
        settle();
    }

    private static List<Long> sizes(List<NewFile> brought) throws IOException {
        List<Long> sizes = new ArrayList<>();
        for (NewFile file : brought) {
            sizes.add(Files.size(file.written()));
        }
        return sizes;
    }

    private void together(Urgency urgency, Consumer<List<String>> work) {
        transaction.executeWithoutResult(status -> {
            List<String> tasks = new ArrayList<>();
            work.accept(tasks);
            queue.add(tasks, urgency);
        });
    }

    private void settle() {
        commits.await();
        queue.wake();
    }

    private String insert(String jobId, NewDocument description, Manifest inside, Source source) {
        QueuedFile file = new QueuedFile(description, inside, Ingestion.id(description), source, Status.QUEUED);
        files.insert(jobId, file, description.file(), null, List.of());
        return file.task();
    }

    /** Files that are read where they lie, so that no limit holds. */
    void found(String jobId, Path root, List<Path> found, NewDocument defaults, Manifest manifest, Runnable job) {
        together(Urgency.FOLDER, tasks -> {
            job.run();
            for (Path path : found) {
                insertFound(jobId, path, FolderFiles.name(root, path), defaults, manifest)
                        .ifPresent(tasks::add);
            }
        });
        settle();
    }

    /** Its task; empty where what the manifest says of it is wrong, so that it has failed. */
    private Optional<String> insertFound(
            String jobId, Path path, String name, NewDocument defaults, Manifest manifest) {
        try {
            NewDocument description = manifest.describe(name, defaults);
            Source source = new Source.Read(path, path.toFile().length());
            return Optional.of(insert(jobId, description, manifest.inside(name), source));
        } catch (FieldTooLongException e) {
            refuse(jobId, name, FailureReason.FIELD_TOO_LONG, FailureReason.arguments(e));
        } catch (IllegalArgumentException e) {
            refuse(jobId, name, FailureReason.DESCRIPTION, List.of());
        }
        return Optional.empty();
    }

    private void refuse(String jobId, String name, String reason, List<Object> arguments) {
        String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        QueuedFile file = new QueuedFile(null, Manifest.NONE, "", new Source.Gone(), Status.FAILED);
        files.insert(jobId, file, shown, reason, arguments);
    }
}
