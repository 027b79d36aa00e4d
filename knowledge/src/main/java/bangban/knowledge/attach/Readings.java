package bangban.knowledge.attach;

import bangban.knowledge.ingest.ArchiveIngestion;
import bangban.knowledge.ingest.Contents;
import bangban.knowledge.ingest.FailureReason;
import bangban.knowledge.ingest.FolderIngestion.Failed;
import bangban.knowledge.ingest.Ingestion;
import bangban.knowledge.ingest.Ingestion.Added;
import bangban.knowledge.ingest.Manifest;
import bangban.knowledge.ingest.NewDocument;
import bangban.knowledge.ingest.Progress;
import bangban.knowledge.parse.ParseException;
import bangban.knowledge.parse.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads attachments beside everything else, two at a time. What the process leaves unread is read by the next. */
final class Readings implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Readings.class);
    private static final int AT_ONCE = 2;

    private final Ingestion ingestion;
    private final ArchiveIngestion archives;
    private final AttachmentStore store;
    private final Path folder;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final Map<String, Running> running = new ConcurrentHashMap<>();
    private volatile boolean closing;

    Readings(Ingestion ingestion, AttachmentStore store, Path folder) {
        this.ingestion = ingestion;
        this.archives = new ArchiveIngestion(ingestion);
        this.store = store;
        this.folder = folder;
    }

    /** A reading under way. */
    private static final class Running {

        final CompletableFuture<Void> end = new CompletableFuture<>();
        volatile boolean givenUp;
        volatile Step step = new Step(Progress.Stage.PARSING, 0, 0);
    }

    Path bytes(String id) {
        return folder.resolve(id);
    }

    /** Begins with those whose bytes are here. */
    void begin(Attachment attachment) {
        if (!Files.exists(bytes(attachment.id()))) {
            return;
        }
        Running work = new Running();
        if (running.putIfAbsent(attachment.id(), work) == null) {
            Thread.ofVirtual().name("attachment-" + attachment.id()).start(() -> run(attachment, work));
        }
    }

    private void run(Attachment attachment, Running work) {
        try {
            turns.acquire();
            try {
                read(attachment, work);
            } finally {
                turns.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) { // the edge of the thread: the next start tries again
            LOG.error("what came of {} could not be noted", attachment.file(), e);
        } finally {
            running.remove(attachment.id());
            work.end.complete(null);
        }
    }

    private void read(Attachment attachment, Running work) {
        String id = attachment.id();
        try {
            check(work);
            NewDocument described = new NewDocument(attachment.file(), attachment.place());
            SourceFile file = new SourceFile(described.fileName(), Files.readAllBytes(bytes(id)));
            Contents contents =
                    archives.add(described, file, Manifest.NONE, attachment.addedAt(), (name, stage, done, total) -> {
                        work.step = new Step(stage, done, total);
                        check(work);
                    });
            note(id, contents);
        } catch (CancellationException e) {
            LOG.debug("{} is not read to its end", attachment.file());
            return;
        } catch (ParseException
                | IOException
                | RuntimeException
                | Error e) { // the edge: whatever a file does, its owner is told
            if (closing) {
                // what reads files may be gone by now
                LOG.debug("{} is not read to its end", attachment.file(), e);
                return;
            }
            Failed failed = FailureReason.failed(attachment.file(), e);
            store.fail(id, failed.code(), failed.arguments());
        }
        remove(id);
    }

    private void check(Running work) {
        if (closing || work.givenUp) {
            throw new CancellationException("the file is not wanted any more, or the service is closing");
        }
    }

    private void note(String id, Contents contents) {
        List<String> documents =
                contents.added().stream().map(added -> added.document().id()).toList();
        int passages = contents.added().stream().mapToInt(Added::passages).sum();
        if (documents.isEmpty()) {
            Optional<Failed> first = contents.failed().stream().findFirst();
            store.fail(
                    id,
                    first.map(Failed::code).orElse(ParseException.Reason.EMPTY.name()),
                    first.map(Failed::arguments).orElse(List.of()));
        } else if (!store.ready(id, documents, passages, contents.failed())) {
            documents.forEach(ingestion::delete);
        }
    }

    /** How far it is; empty where it is not being read here. */
    Optional<Step> step(String id) {
        return Optional.ofNullable(running.get(id)).map(work -> work.step);
    }

    /** Waits until it was read, at most so long. */
    void await(String id, Duration longest) {
        Running work = running.get(id);
        if (work != null) {
            try {
                work.end.get(longest.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (TimeoutException e) {
                LOG.debug("{} takes long to read", id);
            } catch (ExecutionException e) {
                throw new IllegalStateException("the end of a reading has no failure", e);
            }
        }
    }

    /** Ends it, and returns when it writes no more. */
    void giveUp(String id) {
        Running work = running.get(id);
        if (work != null) {
            work.givenUp = true;
            work.end.join();
        }
        remove(id);
    }

    private void remove(String id) {
        try {
            Files.deleteIfExists(bytes(id));
        } catch (IOException e) {
            LOG.warn("the bytes of {} stay", id, e);
        }
    }

    /** Nothing goes on beyond its next step, and nothing that fails from now on is the file's fault. */
    void leaveTheRest() {
        closing = true;
    }

    @Override
    public void close() {
        leaveTheRest();
        running.values().forEach(work -> work.end.join());
    }
}
