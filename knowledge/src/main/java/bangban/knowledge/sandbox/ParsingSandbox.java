package bangban.knowledge.sandbox;

import bangban.knowledge.parse.FileReader;
import bangban.knowledge.parse.PageProgress;
import bangban.knowledge.parse.ParseException;
import bangban.knowledge.parse.ParseException.Reason;
import bangban.knowledge.parse.Reading;
import bangban.knowledge.parse.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads every file in another process: a small pool of JVMs with their own heap, a time for each file, no network, and a folder that
 * is emptied after each file. A file that hangs, exhausts the memory or crashes costs itself and its process only. Processes are started
 * when they are first needed and kept; those beyond one end after some idle minutes.
 */
public final class ParsingSandbox implements FileReader, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ParsingSandbox.class);
    private static final Duration IDLE = Duration.ofMinutes(5);

    private final Path root;
    private final SandboxLimits limits;
    private final ChildCommand command;
    private final Semaphore places;
    private final BlockingDeque<Child> idle = new LinkedBlockingDeque<>();
    private final Set<Child> all = ConcurrentHashMap.newKeySet();
    private final AtomicLong attempts = new AtomicLong();
    private final AtomicLong started = new AtomicLong();
    private final ScheduledExecutorService upkeep = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sandbox-upkeep").factory());
    private volatile boolean closed;

    /**
     * Starts no process yet.
     *
     * @param root for the processes' folders; what is left in it from before is removed
     * @throws UncheckedIOException where the folder cannot be made or emptied
     */
    public ParsingSandbox(Path root, SandboxLimits limits) {
        this(root, limits, new ChildCommand(limits, List.of()));
    }

    ParsingSandbox(Path root, SandboxLimits limits, ChildCommand command) {
        this.root = root.toAbsolutePath();
        this.limits = limits;
        this.command = command;
        this.places = new Semaphore(limits.processes(), true);
        try {
            Files.createDirectories(this.root);
            ChildFolder.empty(this.root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        upkeep.scheduleWithFixedDelay(() -> endIdle(IDLE), 1, 1, TimeUnit.MINUTES);
    }

    /**
     * Waits for a process where all are busy.
     *
     * @throws CancellationException where the thread is interrupted, the sandbox is closed or its process stopped from outside; the process
     *     is ended then
     */
    @Override
    public Reading read(SourceFile file, PageProgress progress) throws ParseException {
        try {
            places.acquire();
        } catch (InterruptedException e) {
            throw interrupted(file);
        }
        try {
            return readWith(child(), file, progress);
        } finally {
            places.release();
        }
    }

    private Child child() {
        Child kept = idle.pollFirst();
        while (kept != null && !kept.mayReadAnother(limits.filesEach())) {
            end(kept);
            kept = idle.pollFirst();
        }
        try {
            return kept != null ? kept : start();
        } catch (IOException e) {
            throw new UncheckedIOException("no process to read files in can be started", e);
        }
    }

    private Child start() throws IOException {
        Path folder = Files.createTempDirectory(root, "child-");
        Child child = new Child(command.start(folder), folder, limits.replyBytes());
        started.incrementAndGet();
        all.add(child);
        if (closed) {
            end(child);
            throw new CancellationException("the sandbox is closed");
        }
        return child;
    }

    private Reading readWith(Child child, SourceFile file, PageProgress progress) throws ParseException {
        Deadline deadline = new Deadline(limits.time(), limits.overall());
        FutureTask<Reading> work = new FutureTask<>(() -> child.read(file, (done, total, recognised) -> {
            if (recognised) {
                deadline.extend();
            }
            progress.page(done, total, recognised);
        }));
        Thread.ofPlatform().daemon().name("sandbox-exchange").start(work);
        boolean usable = false;
        try {
            Reading reading = deadline.await(work);
            usable = true;
            return reading;
        } catch (TimeoutException e) {
            throw new ParseException(
                    Reason.TIMEOUT, "not read within " + limits.time().toSeconds() + " s", e);
        } catch (InterruptedException e) {
            throw interrupted(file);
        } catch (ExecutionException e) {
            usable = e.getCause() instanceof ParseException;
            throw failure(child, file, e.getCause());
        } finally {
            countAttempts(child, file);
            if (usable) {
                keep(child);
            } else {
                end(child);
            }
        }
    }

    private void countAttempts(Child child, SourceFile file) {
        int tried = child.takeAttempts();
        if (tried > 0) {
            attempts.addAndGet(tried);
            LOG.warn("reading {} tried {} times to reach a network, and was not let", file.name(), tried);
        }
    }

    private ParseException failure(Child child, SourceFile file, @Nullable Throwable cause) {
        return switch (cause) {
            case ParseException refused -> refused;
            case IOException ended
            when closed -> throw new CancellationException("closed while reading " + file.name());
            case ReadingCodec.OutputLimitException over ->
                new ParseException(Reason.TOO_LARGE, "more came out of the file than is allowed", over);
            case IOException ended -> child.failure(ended, file);
            case RuntimeException unexpected -> throw unexpected;
            case Error error -> throw error;
            case null, default -> throw new IllegalStateException(cause);
        };
    }

    private static CancellationException interrupted(SourceFile file) {
        Thread.currentThread().interrupt();
        return new CancellationException("interrupted while reading " + file.name());
    }

    private void keep(Child child) {
        try {
            child.tidy();
        } catch (IOException e) {
            LOG.warn("what a file left could not be removed", e);
            end(child);
            return;
        }
        if (!closed && child.mayReadAnother(limits.filesEach())) {
            idle.addFirst(child);
        } else {
            end(child);
        }
    }

    private void end(Child child) {
        if (all.remove(child)) {
            child.close();
        }
    }

    /** Keeps one warm. */
    void endIdle(Duration longest) {
        while (idle.size() > 1) {
            Child last = idle.pollLast();
            if (last == null) {
                return;
            }
            if (last.idleNanos() < longest.toNanos()) {
                idle.addLast(last);
                return;
            }
            end(last);
        }
    }

    /** How often files tried to reach a network; nothing did. */
    public long networkAttempts() {
        return attempts.get();
    }

    /** How many processes were started so far. */
    public long processesStarted() {
        return started.get();
    }

    int processes() {
        return all.size();
    }

    /** Ends all processes; a file that is being read is cancelled. */
    @Override
    public void close() {
        closed = true;
        upkeep.shutdownNow();
        idle.clear();
        List.copyOf(all).forEach(this::end);
    }
}
