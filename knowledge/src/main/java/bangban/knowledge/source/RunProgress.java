package bangban.knowledge.source;

import bangban.knowledge.crawl.CrawlListener;
import bangban.knowledge.crawl.PageVisit;
import bangban.knowledge.crawl.PageVisit.Failed;
import bangban.knowledge.crawl.PageVisit.Found;
import bangban.knowledge.crawl.PageVisit.Gone;
import bangban.knowledge.crawl.PageVisit.Skipped;
import bangban.knowledge.crawl.PageVisit.Unchanged;
import bangban.knowledge.ingest.FailureReason;
import bangban.knowledge.ingest.FieldTooLongException;
import bangban.knowledge.parse.ParseException;
import bangban.knowledge.source.SourceRun.Counts;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what a walk finds into documents and counts it, so that everyone sees how far the run is. */
final class RunProgress implements CrawlListener {

    private static final Logger LOG = LoggerFactory.getLogger(RunProgress.class);
    private static final int KEPT_FAILURES = 500;

    private final PageKeeper pages;
    private final RunStore store;
    private SourceRun run;

    RunProgress(SourceRun run, PageKeeper pages, RunStore store) {
        this.run = run;
        this.pages = pages;
        this.store = store;
    }

    SourceRun run() {
        return run;
    }

    @Override
    public void waiting(int waiting) {
        run = run.at(run.counts(), waiting);
        store.update(run);
    }

    @Override
    public void visited(PageVisit visit) {
        Counts one = switch (visit) {
            case Found found -> added(found);
            case Unchanged same -> {
                pages.keep(same.page());
                yield Counts.UNCHANGED;
            }
            case Gone gone -> {
                pages.delete(gone.url());
                yield Counts.GONE;
            }
            case Skipped skipped -> Counts.SKIPPED;
            case Failed failed -> failed(failed.url(), failed.reason(), failed.arguments());
        };
        run = run.at(run.counts().plus(one), run.waiting());
        store.update(run);
    }

    private Counts added(Found found) {
        String url = found.url();
        try {
            return switch (pages.add(found)) {
                case ADDED -> Counts.ADDED;
                case REPLACED, DESCRIBED -> Counts.CHANGED;
                case UNCHANGED -> Counts.UNCHANGED;
            };
        } catch (ParseException e) {
            return failed(url, e.reason().name(), List.of());
        } catch (FieldTooLongException e) {
            return failed(
                    url,
                    "FIELD_TOO_LONG",
                    List.of(e.field(), Integer.toString(e.length()), Integer.toString(e.limit())));
        } catch (RuntimeException | Error e) { // the edge: one page's failure must not stop the others
            String reason = FailureReason.of(e);
            if (reason.equals(FailureReason.INTERNAL)) {
                LOG.error("adding {} failed", url, e);
            }
            return failed(url, reason, List.of());
        }
    }

    private Counts failed(String url, String reason, List<String> arguments) {
        int before = run.counts().failed();
        if (before < KEPT_FAILURES) {
            store.addFailure(run.id(), before, new RunFailure(url, reason, arguments));
        }
        return Counts.FAILED;
    }
}
