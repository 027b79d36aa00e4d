package bangban.knowledge.crawl;

import bangban.knowledge.fetch.FetchException;
import bangban.knowledge.fetch.WebFetcher;

/** Walks pages and sites. Safe for use by many threads, each with a walk of its own. */
public final class Crawler {

    private final WebFetcher fetcher;
    private final HostPace pace;

    public Crawler(WebFetcher fetcher, HostPace pace) {
        this.fetcher = fetcher;
        this.pace = pace;
    }

    /**
     * Walks to the end. Pages that only fail stay as they are known; nothing is told to be gone where the start itself cannot be got.
     *
     * @throws FetchException where the start, or the rules of its host, cannot be got
     * @throws InterruptedException where the signal says stop
     */
    public void crawl(CrawlScope scope, KnownPages known, CrawlListener listener, StopSignal stop)
            throws FetchException, InterruptedException {
        new Walk(new PoliteWeb(fetcher, pace, stop, scope), scope, known, listener).run();
    }
}
