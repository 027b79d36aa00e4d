package bangban.web.platform;

import bangban.knowledge.ingest.IndexRenewal;
import bangban.knowledge.ingest.Progress;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the search index anew, where that is due, beside everything else. A start that was cut off is completed by the next. */
final class IndexUpkeep implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IndexUpkeep.class);
    private static final String WHAT = "search-index";

    private final IndexRenewal renewal;
    private final Loading loading;
    private final CompletableFuture<Void> work;
    private volatile boolean closing;

    IndexUpkeep(IndexRenewal renewal, Loading loading) {
        this.renewal = renewal;
        this.loading = loading;
        if (!renewal.isDue()) {
            work = CompletableFuture.completedFuture(null);
            return;
        }
        // from the first moment, so that nobody takes half an index for a whole one
        loading.at(new Loading.Progress(WHAT, 0, renewal.documents()));
        work = CompletableFuture.runAsync(
                this::renew,
                task -> Thread.ofPlatform().daemon().name("search-index").start(task));
    }

    private void renew() {
        LOG.info("the search index is of another version or was lost, it is written anew");
        try {
            List<String> unreadable = renewal.run(this::report);
            LOG.info("the search index is written, {} files could not be read", unreadable.size());
        } catch (CancellationException e) {
            LOG.info("the search index is not complete, the next start goes on");
        } catch (RuntimeException | Error e) { // the edge: search goes on with what there is
            LOG.error("the search index could not be written anew, the next start tries again", e);
        } finally {
            loading.done(WHAT);
        }
    }

    private void report(String file, Progress.Stage stage, int done, int total) {
        if (closing) {
            throw new CancellationException("the service is closing");
        }
        if (stage == Progress.Stage.DONE) {
            loading.at(new Loading.Progress(WHAT, done, total));
        }
    }

    /** Returns when it is done or will not go on. */
    void await() {
        work.join();
    }

    /** Ends it at its next step, so that nothing is written after this returns. */
    @Override
    public void close() {
        closing = true;
        work.join();
    }
}
