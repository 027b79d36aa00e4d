package bangban.knowledge.job;

import bangban.knowledge.ingest.ArchiveIngestion;
import bangban.knowledge.ingest.Contents;
import bangban.knowledge.ingest.ContentsCount;
import bangban.knowledge.ingest.FailureReason;
import bangban.knowledge.ingest.FolderIngestion.Failed;
import bangban.knowledge.ingest.NewDocument;
import bangban.knowledge.parse.ParseException;
import bangban.knowledge.parse.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adds one file with what is inside it and keeps what came of it. Whatever it is interrupted by, doing it again completes it. */
final class FileWork {

    private static final Logger LOG = LoggerFactory.getLogger(FileWork.class);
    private static final long LARGEST = 200L << 20;
    private static final int MOST_ATTEMPTS = 5;
    private static final Duration BEHIND_ANOTHER = Duration.ofMillis(500);

    private final ArchiveIngestion archives;
    private final FileStore files;
    private final KeptFiles kept;
    private final DurableCommit commits;
    private final InstantSource clock;
    private final BooleanSupplier closing;

    /** @param closing true from when on files are to be left for the next start */
    FileWork(
            ArchiveIngestion archives,
            FileStore files,
            KeptFiles kept,
            DurableCommit commits,
            InstantSource clock,
            BooleanSupplier closing) {
        this.archives = archives;
        this.files = files;
        this.kept = kept;
        this.commits = commits;
        this.clock = clock;
        this.closing = closing;
    }

    /** The file that a task is of. */
    static String file(String task) {
        return task.substring(0, task.indexOf('/'));
    }

    /** @return when to do it again, empty where it has ended */
    Optional<Instant> run(String task) {
        QueuedFile file = files.find(file(task)).orElse(null);
        if (file == null || file.hasEnded() || !file.task().equals(task)) {
            return Optional.empty();
        }
        if (closing.getAsBoolean()) {
            return Optional.of(Instant.now());
        }
        if (file.cancelled() && file.interruptions() == 0) {
            return failed(file, new Failure(Failure.CANCELLED));
        }
        if (files.isBehindAnother(file)) {
            return Optional.of(Instant.now().plus(BEHIND_ANOTHER));
        }
        // as exact as the catalogue's times, which it is compared with
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant began = file.began() == null ? now : file.began();
        return files.begin(file.id(), began) ? add(file, began) : Optional.empty();
    }

    private Optional<Instant> add(QueuedFile file, Instant began) {
        try {
            NewDocument description = file.description();
            if (description == null) {
                return failed(file, new Failure(FailureReason.UNREADABLE));
            }
            Contents contents = archives.add(
                    description,
                    bytes(file, description),
                    file.inside(),
                    began,
                    new FileProgress(file, files, closing));
            return done(file, contents);
        } catch (FileProgress.Cancelled e) {
            return failed(file, new Failure(Failure.CANCELLED));
        } catch (ParseException | IOException | RuntimeException | Error e) { // the edge: the file must end
            if (e instanceof CancellationException && closing.getAsBoolean()) {
                files.putBack(file, null);
                return Optional.of(Instant.now());
            }
            return mayPass(file, e) ? later(file, e) : ended(file, e);
        }
    }

    /** Failed where nothing of it could be added. */
    private Optional<Instant> done(QueuedFile file, Contents contents) {
        ContentsCount count = contents.container() ? contents.count() : null;
        if (contents.added().isEmpty()) {
            Failed first = contents.failed().getFirst();
            return failed(file, new Failure(first.code(), first.arguments(), count));
        }
        String document = contents.added().getFirst().document().id();
        files.done(file.id(), document, contents.outcome(), count, clock.instant());
        forget(file.source());
        return Optional.empty();
    }

    private SourceFile bytes(QueuedFile file, NewDocument description) throws IOException, ParseException {
        Path path = switch (file.source()) {
            case Source.Kept(String below, long bytes) -> kept.file(below);
            case Source.Read(Path where, long bytes) -> where;
            case Source.Gone() -> throw new NoSuchFileException(description.file());
        };
        if (Files.size(path) > LARGEST) {
            throw new ParseException(ParseException.Reason.TOO_LARGE, "the file is too large");
        }
        return new SourceFile(description.fileName(), Files.readAllBytes(path));
    }

    /** What a crash or a loss of power would bring back must find its bytes. */
    private void forget(Source source) {
        if (source instanceof Source.Kept(String path, long bytes)) {
            commits.await();
            kept.delete(path);
        }
    }

    private static boolean mayPass(QueuedFile file, Throwable failure) {
        boolean passes = failure instanceof CancellationException || FailureReason.passes(failure);
        return passes && file.attempts() + 1 < MOST_ATTEMPTS;
    }

    /** What ended the process that read the file was meant for this one, which closes too, or for that one alone. */
    private static String reason(Throwable failure) {
        return failure instanceof CancellationException ? Failure.INTERRUPTED : FailureReason.of(failure);
    }

    /** After 2, 8, 32 and 128 seconds. */
    private Optional<Instant> later(QueuedFile file, Throwable failure) {
        LOG.warn("adding {} is tried again later: {}", file.id(), failure.toString());
        files.putBack(file.attempted(), reason(failure));
        return Optional.of(Instant.now().plusSeconds(2L << 2 * file.attempts()));
    }

    private Optional<Instant> ended(QueuedFile file, Throwable failure) {
        String reason = reason(failure);
        if (reason.equals(FailureReason.INTERNAL)) {
            LOG.error("adding {} failed", file.id(), failure);
        } else {
            LOG.debug("{} was not added", file.id(), failure);
        }
        return failed(file, new Failure(reason, FailureReason.arguments(failure), null));
    }

    private Optional<Instant> failed(QueuedFile file, Failure failure) {
        files.fail(file.id(), failure, clock.instant());
        if (!failure.bytesStay()) {
            forget(file.source());
        }
        return Optional.empty();
    }
}
