package bangban.knowledge.crawl;

import bangban.knowledge.fetch.FetchException;
import bangban.knowledge.fetch.FetchException.Reason;
import bangban.knowledge.fetch.FetchRequest;
import bangban.knowledge.fetch.Fetched;
import bangban.knowledge.fetch.WebFetcher;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The web as one walk sees it: at the host's pace, as its robots.txt allows, until somebody says stop. */
final class PoliteWeb {

    private static final String FORBIDDEN = "4";

    private final WebFetcher fetcher;
    private final HostPace pace;
    private final StopSignal stop;
    private final CrawlScope scope;
    private Robots robots = Robots.ALL;

    PoliteWeb(WebFetcher fetcher, HostPace pace, StopSignal stop, CrawlScope scope) {
        this.fetcher = fetcher;
        this.pace = pace;
        this.stop = stop;
        this.scope = scope;
    }

    /**
     * Reads the rules of the start's host, which count from now on.
     *
     * @throws FetchException where it cannot be known what is allowed: the host is not reached or fails itself
     */
    Robots readRobots() throws FetchException, InterruptedException {
        String url = WebAddress.origin(scope.start()) + "/robots.txt";
        try {
            robots = get(url) instanceof Fetched.Content content
                    ? Robots.parse(url, content.bytes(), WebFetcher.ROBOT)
                    : Robots.ALL;
        } catch (FetchException e) {
            boolean withheld = e.reason() == Reason.STATUS
                    && !e.arguments().isEmpty()
                    && e.arguments().getFirst().startsWith(FORBIDDEN);
            if (!withheld && e.reason() != Reason.TOO_MANY_REDIRECTS) {
                throw e;
            }
            robots = Robots.ALL;
        }
        return robots;
    }

    boolean allows(String url) {
        return robots.allows(url);
    }

    Fetched get(String url) throws FetchException, InterruptedException {
        return get(new FetchRequest(url, Set.of()));
    }

    Fetched get(String url, @Nullable KnownPage known, Set<String> types) throws FetchException, InterruptedException {
        return get(
                known == null
                        ? new FetchRequest(url, types)
                        : new FetchRequest(url, types, known.etag(), known.lastModified()));
    }

    private Fetched get(FetchRequest request) throws FetchException, InterruptedException {
        Duration delay = robots.delay(scope.delay());
        return stop.whileWaiting(() -> {
            pace.await(WebAddress.authority(scope.start()), delay);
            return fetcher.fetch(request);
        });
    }
}
