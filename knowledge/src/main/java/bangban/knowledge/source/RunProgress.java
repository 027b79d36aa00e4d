package bangban.knowledge.source;

import bangban.knowledge.crawl.CrawlListener;
import bangban.knowledge.crawl.PageVisit;
import bangban.knowledge.crawl.PageVisit.Found;
import bangban.knowledge.crawl.PageVisit.Gone;
import bangban.knowledge.crawl.PageVisit.Skipped;
import bangban.knowledge.crawl.PageVisit.Unchanged;
import bangban.knowledge.ingest.FailureReason;
import bangban.knowledge.ingest.FolderIngestion.Failed;
import bangban.knowledge.parse.ParseException;
import bangban.knowledge.source.PageKeeper.NotAllowedException;
import bangban.knowledge.source.SourceRun.Counts;
import java.util.List;

/** Turns what a walk finds into documents and counts it, so that everyone sees how far the run is. */
final class RunProgress implements CrawlListener {

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
            case Gone gone -> gone(gone.url());
            case Skipped skipped -> Counts.SKIPPED;
            case PageVisit.Failed failed -> failed(failed.url(), failed.reason(), failed.arguments());
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
        } catch (NotAllowedException e) {
            return forbidden(url);
        } catch (ParseException | RuntimeException | Error e) { // the edge: one page's failure must not stop the others
            Failed failure = FailureReason.failed(url, e);
            List<String> arguments =
                    failure.arguments().stream().map(String::valueOf).toList();
            return failed(url, failure.code(), arguments);
        }
    }

    private Counts gone(String url) {
        try {
            pages.delete(url);
            return Counts.GONE;
        } catch (NotAllowedException e) {
            return forbidden(url);
        }
    }

    private Counts forbidden(String url) {
        return failed(url, SourceRun.FORBIDDEN, List.of(pages.owner()));
    }

    private Counts failed(String url, String reason, List<String> arguments) {
        int before = run.counts().failed();
        if (before < KEPT_FAILURES) {
            store.addFailure(run.id(), before, new RunFailure(url, reason, arguments));
        }
        return Counts.FAILED;
    }
}
