package bangban.knowledge.parse;

import bangban.knowledge.parse.ParseException.Reason;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Gives another parser a thread and a time, so that a file which never ends, or needs more memory than there is, costs itself only.
 *
 * @param time after which, counted anew from each page whose text was recognised, the thread is interrupted and left to itself; a parser that heeds no interrupt goes on until it is done
 */
record TimedParser(DocumentParser parser, Duration time) implements DocumentParser {

    @Override
    public boolean reads(SourceFile file) {
        return parser.reads(file);
    }

    @Override
    public Outline parse(SourceFile file) throws ParseException {
        return parse(file, PageProgress.NONE);
    }

    @Override
    public Outline parse(SourceFile file, PageProgress progress) throws ParseException {
        AtomicLong deadline = new AtomicLong(ends());
        PageProgress extending = (done, total, recognised) -> {
            if (recognised) {
                deadline.set(ends());
            }
            progress.page(done, total, recognised);
        };
        return within(deadline, time, file, () -> parser.parse(file, extending));
    }

    /** What the work on a file gives. */
    static <T> T within(Duration time, SourceFile file, Callable<T> reading) throws ParseException {
        return within(new AtomicLong(System.nanoTime() + time.toNanos()), time, file, reading);
    }

    private static <T> T within(AtomicLong deadline, Duration time, SourceFile file, Callable<T> reading)
            throws ParseException {
        FutureTask<T> work = new FutureTask<>(reading);
        Thread.ofPlatform().daemon().name("parse").start(work);
        try {
            return result(work, deadline);
        } catch (TimeoutException e) {
            throw new ParseException(Reason.TIMEOUT, "not read within " + time.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while reading " + file.name());
        } catch (ExecutionException e) {
            throw failure(Objects.requireNonNullElse(e.getCause(), e));
        } finally {
            work.cancel(true);
        }
    }

    private long ends() {
        return System.nanoTime() + time.toNanos();
    }

    private static <T> T result(FutureTask<T> work, AtomicLong deadline)
            throws InterruptedException, ExecutionException, TimeoutException {
        while (true) {
            long ends = deadline.get();
            try {
                return work.get(Math.max(0, ends - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (deadline.get() == ends) {
                    throw e;
                }
            }
        }
    }

    private static ParseException failure(Throwable cause) {
        return switch (cause) {
            case ParseException refused -> refused;
            case OutOfMemoryError exhausted ->
                new ParseException(Reason.TOO_LARGE, "reading takes more memory than there is", exhausted);
            case StackOverflowError deep ->
                new ParseException(Reason.CORRUPT, "the file is nested deeper than can be read", deep);
            case RuntimeException unexpected -> throw unexpected;
            case Error error -> throw error;
            default -> throw new IllegalStateException(cause);
        };
    }
}
