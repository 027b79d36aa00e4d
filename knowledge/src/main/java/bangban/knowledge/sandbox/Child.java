package bangban.knowledge.sandbox;

import bangban.knowledge.parse.PageProgress;
import bangban.knowledge.parse.ParseException;
import bangban.knowledge.parse.ParseException.Reason;
import bangban.knowledge.parse.Reading;
import bangban.knowledge.parse.SourceFile;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A child process as its parent sees it. Used by one thread at a time. */
final class Child implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Child.class);

    /** What a JVM ends with under {@code -XX:+ExitOnOutOfMemoryError}. */
    private static final int OUT_OF_MEMORY = 3;

    /** What a JVM ends with after Ctrl+C, which a terminal sends to all of its processes, and after SIGTERM. */
    private static final Set<Integer> STOPPED = Set.of(130, 143);

    private static final int SECONDS_TO_END = 5;

    private final Process process;
    private final Path folder;
    private final long replyBytes;
    private final DataOutputStream to;
    private final DataInputStream from;
    private final LastWords lastWords;
    private int files;
    private final AtomicInteger attempts = new AtomicInteger();
    private boolean worn;
    private volatile long idleSince = System.nanoTime();

    Child(Process process, Path folder, long replyBytes) {
        this.process = process;
        this.folder = folder;
        this.replyBytes = replyBytes;
        this.to = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
        this.from = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
        this.lastWords = LastWords.of(process.getErrorStream());
    }

    /**
     * Sends the file and waits for what becomes of it.
     *
     * @throws IOException where the process ends or says what cannot be; it is of no use then
     */
    Reading read(SourceFile file, PageProgress progress) throws IOException, ParseException {
        files++;
        ReadingCodec.text(file.name(), to);
        ReadingCodec.bytes(file.bytes(), to);
        to.flush();
        ReadingCodec.Budget budget = new ReadingCodec.Budget(replyBytes);
        while (true) {
            int frame = from.readByte();
            switch (frame) {
                case Frame.PROGRESS -> progress.page(from.readInt(), from.readInt(), from.readBoolean());
                case Frame.REACHED -> attempts.addAndGet(from.readInt());
                case Frame.WORN -> worn = true;
                case Frame.READING -> {
                    return ReadingCodec.read(from, budget);
                }
                case Frame.REFUSED -> {
                    Reason reason = ReadingCodec.constant(Reason.class, ReadingCodec.text(from, budget));
                    throw new ParseException(reason, ReadingCodec.text(from, budget));
                }
                default -> throw new StreamCorruptedException("no frame begins with " + frame);
            }
        }
    }

    /**
     * Why the file could not be read by a process that ended or made no sense; ends it where it has not.
     *
     * @throws CancellationException where the process was stopped from outside
     */
    ParseException failure(IOException cause, SourceFile file) {
        boolean ended = false;
        try {
            ended = process.waitFor(cause instanceof StreamCorruptedException ? 0 : SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (ended && process.exitValue() == OUT_OF_MEMORY) {
            return new ParseException(Reason.TOO_LARGE, "reading takes more memory than there is", cause);
        }
        if (ended && STOPPED.contains(process.exitValue())) {
            throw new CancellationException("stopped while reading " + file.name());
        }
        LOG.warn(
                "the process that read {} {}: {}",
                file.name(),
                ended ? "ended with " + process.exitValue() : "made no sense (" + cause.getMessage() + ")",
                lastWords);
        return new ParseException(Reason.CORRUPT, "the process that read the file came to a bad end", cause);
    }

    /** How often the last file tried to reach a network. */
    int takeAttempts() {
        return attempts.getAndSet(0);
    }

    boolean mayReadAnother(int most) {
        return !worn && files < most && process.isAlive();
    }

    /** Removes what the last file left in its folder. */
    void tidy() throws IOException {
        idleSince = System.nanoTime();
        ChildFolder.empty(folder);
    }

    long idleNanos() {
        return System.nanoTime() - idleSince;
    }

    /** Ends the process and what it has started, whatever it is doing, and removes its folder. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                process.waitFor();
                ended = true;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        try {
            ChildFolder.remove(folder);
        } catch (IOException e) {
            LOG.warn("{} stays until the next start: {}", folder, e.toString());
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
