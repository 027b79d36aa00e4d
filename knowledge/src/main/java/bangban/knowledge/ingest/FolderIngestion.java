package bangban.knowledge.ingest;

import bangban.knowledge.ingest.Ingestion.Added;
import bangban.knowledge.ingest.Progress.Stage;
import bangban.knowledge.parse.ParseException;
import bangban.knowledge.parse.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Adds all files of a folder and those inside its archives, two at a time. One that cannot be read is reported and does not stop the others. */
public final class FolderIngestion {

    private static final int THREADS = 2;
    private static final long LARGEST = 200L << 20;

    private final ArchiveIngestion archives;

    public FolderIngestion(Ingestion ingestion) {
        this.archives = new ArchiveIngestion(ingestion);
    }

    /**
     * What came of a folder.
     *
     * @param failed by file name, in the folder's order
     */
    public record Report(List<Added> added, List<Failed> failed) {

        public Report {
            added = List.copyOf(added);
            failed = List.copyOf(failed);
        }
    }

    /**
     * A file that was not added.
     *
     * @param code a {@link ParseException.Reason}, {@code FIELD_TOO_LONG} where something said of the file is, {@code DESCRIPTION}
     *     where the manifest's row is otherwise wrong, {@code UNREADABLE} where it cannot be opened, {@code DISK_FULL}, or
     *     {@code INTERNAL}
     * @param arguments what the sentence for people names: of {@code FIELD_TOO_LONG} the field, its length and its limit
     */
    public record Failed(String file, String code, String message, List<Object> arguments) {

        public Failed {
            arguments = List.copyOf(arguments);
        }

        Failed(String file, String code, String message) {
            this(file, code, message, List.of());
        }
    }

    /**
     * Adds every file below the folder (or the one file it is), hidden ones apart.
     *
     * @param defaults for what the manifest does not say; its file name is not used
     */
    public Report add(Path folder, NewDocument defaults, Manifest manifest, Progress progress) throws IOException {
        List<Path> files = FolderFiles.of(folder);
        AtomicInteger done = new AtomicInteger();
        List<Callable<Contents>> calls = new ArrayList<>();
        for (Path file : files) {
            calls.add(() -> {
                String name = FolderFiles.name(folder, file);
                Contents result = one(file, name, defaults, manifest, progress);
                progress.report(name, Stage.DONE, done.incrementAndGet(), files.size());
                return result;
            });
        }
        List<Added> added = new ArrayList<>();
        List<Failed> failed = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (Future<Contents> future : threads.invokeAll(calls)) {
                added.addAll(future.get().added());
                failed.addAll(future.get().failed());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while adding " + folder, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("adding " + folder + " failed", e.getCause());
        }
        return new Report(added, failed);
    }

    private Contents one(Path path, String name, NewDocument defaults, Manifest manifest, Progress progress) {
        try {
            if (Files.size(path) > LARGEST) {
                return Contents.of(new Failed(name, ParseException.Reason.TOO_LARGE.name(), "the file is too large"));
            }
            SourceFile file = new SourceFile(String.valueOf(path.getFileName()), Files.readAllBytes(path));
            NewDocument described = manifest.describe(name, defaults);
            return archives.add(described, file, manifest, Instant.MAX, progress);
        } catch (ParseException | IOException | RuntimeException | Error e) {
            // the edge: one file's failure must not stop the others
            return Contents.of(FailureReason.failed(name, e));
        }
    }
}
