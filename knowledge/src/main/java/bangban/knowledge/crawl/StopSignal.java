package bangban.knowledge.crawl;

import bangban.knowledge.fetch.FetchException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Ends a walk while it waits for the network or for its turn, and never while a page is written: an interrupt closes the index's files.
 */
public final class StopSignal {

    private @Nullable Thread waiting;
    private boolean stopped;

    /** Safe to call from any thread, and more than once. */
    public synchronized void stop() {
        stopped = true;
        if (waiting != null) {
            waiting.interrupt();
        }
    }

    /** What waits for the network or for its turn, and then gives something. */
    interface Waiting<T> {
        T get() throws FetchException, InterruptedException;
    }

    /** @throws InterruptedException where the walk is to end, at once or while the call waits */
    <T> T whileWaiting(Waiting<T> call) throws FetchException, InterruptedException {
        begin();
        try {
            return call.get();
        } finally {
            end();
        }
    }

    /** Waits for its turn. */
    public void acquire(Semaphore room) throws InterruptedException {
        begin();
        try {
            room.acquire();
        } finally {
            end();
        }
    }

    private synchronized void begin() throws InterruptedException {
        if (stopped) {
            throw new InterruptedException("stopped");
        }
        waiting = Thread.currentThread();
    }

    private synchronized void end() {
        waiting = null;
        if (stopped) {
            Thread.interrupted();
        }
    }
}
