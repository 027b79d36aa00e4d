package bangban.knowledge.job;

import bangban.knowledge.ingest.Progress;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps how far a file is, a few times a second, and ends its work where it is to end: by {@link Cancelled} where its job was cancelled,
 * by another {@link CancellationException} where the process closes. Once writing has begun it ends neither way.
 */
final class FileProgress implements Progress {

    private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final QueuedFile file;
    private final FileStore files;
    private final BooleanSupplier closing;
    private @Nullable Stage last;
    private long lastTime;

    FileProgress(QueuedFile file, FileStore files, BooleanSupplier closing) {
        this.file = file;
        this.files = files;
        this.closing = closing;
    }

    /** Its job was cancelled. */
    static final class Cancelled extends CancellationException {

        private static final long serialVersionUID = 1L;

        Cancelled() {
            super("the job was cancelled");
        }
    }

    @Override
    public void report(String name, Stage stage, int done, int total) {
        if (stage == Stage.DONE) {
            return;
        }
        if (closing.getAsBoolean()) {
            throw new CancellationException("the service is closing");
        }
        long now = System.nanoTime();
        if (stage == last && now - lastTime < EVERY_NANOS) {
            return;
        }
        last = stage;
        lastTime = now;
        // what died while it was written is completed, or index and catalogue would differ
        if (files.step(file.id(), stage, done, total) && file.interruptions() == 0) {
            throw new Cancelled();
        }
    }
}
