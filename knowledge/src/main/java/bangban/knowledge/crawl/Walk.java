package bangban.knowledge.crawl;

import bangban.knowledge.crawl.Frontier.Waiting;
import bangban.knowledge.crawl.PageVisit.Failed;
import bangban.knowledge.crawl.PageVisit.Found;
import bangban.knowledge.crawl.PageVisit.Gone;
import bangban.knowledge.crawl.PageVisit.Skipped;
import bangban.knowledge.crawl.PageVisit.Unchanged;
import bangban.knowledge.crawl.PageVisit.Why;
import bangban.knowledge.fetch.FetchException;
import bangban.knowledge.fetch.FetchException.Reason;
import bangban.knowledge.fetch.Fetched;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One walk: from the start along links, breadth first; then the known pages that no link led to; then once more those that seemed to be
 * gone. For one thread.
 */
final class Walk {

    private final PoliteWeb web;
    private final CrawlScope scope;
    private final KnownPages known;
    private final CrawlListener listener;
    private final Frontier frontier;
    private final Map<String, KnownPage> knownByUrl = new LinkedHashMap<>();
    private final List<String> perhapsGone = new ArrayList<>();
    private final Taken taken = new Taken();

    Walk(PoliteWeb web, CrawlScope scope, KnownPages known, CrawlListener listener) {
        this.web = web;
        this.scope = scope;
        this.known = known;
        this.listener = listener;
        this.frontier = new Frontier(scope);
        known.all().forEach(page -> knownByUrl.put(page.url(), page));
    }

    void run() throws FetchException, InterruptedException {
        Robots robots = web.readRobots();
        frontier.add(List.of(scope.start()), 0);
        if (scope.site()) {
            visitStart();
            addSitemaps(robots);
            followLinks();
            visitUnlinked();
        } else {
            visit(new Waiting(scope.start(), 0));
            forgetOutside();
        }
        confirmGone();
    }

    /** A site whose first page is not there says nothing of the others. */
    private void visitStart() throws FetchException, InterruptedException {
        Waiting start = frontier.next().orElseThrow();
        if (!web.allows(start.url())) {
            listener.visited(new Skipped(start.url(), Why.ROBOTS));
            return;
        }
        Fetched fetched = web.get(start.url(), knownByUrl.get(start.url()), WebFile.TYPES);
        if (fetched instanceof Fetched.Gone gone) {
            throw FetchException.status(gone.status());
        }
        answered(start, fetched);
    }

    private void addSitemaps(Robots robots) throws InterruptedException {
        if (scope.depth() == 0) {
            return;
        }
        List<String> files = robots.sitemaps().isEmpty()
                ? List.of(WebAddress.origin(scope.start()) + "/sitemap.xml")
                : robots.sitemaps();
        List<String> urls = new Sitemaps(web).urls(scope, files, scope.maxPages());
        frontier.add(
                urls.stream().flatMap(url -> WebAddress.canonical(url).stream()).toList(), 1);
    }

    private void followLinks() throws InterruptedException {
        int asked = 1;
        for (Optional<Waiting> next = frontier.next(); next.isPresent(); next = frontier.next()) {
            boolean isKnown = knownByUrl.containsKey(next.get().url());
            if (isKnown || asked < scope.maxPages()) {
                asked += isKnown ? 0 : 1;
                listener.waiting(frontier.size());
                visit(next.get());
            }
        }
    }

    private void visitUnlinked() throws InterruptedException {
        forgetOutside();
        List<String> unlinked = knownByUrl.keySet().stream()
                .filter(url -> scope.contains(url) && frontier.see(url))
                .toList();
        for (int i = 0; i < unlinked.size(); i++) {
            listener.waiting(unlinked.size() - i - 1);
            visit(new Waiting(unlinked.get(i), scope.depth()));
        }
    }

    /** The scope was narrowed since. */
    private void forgetOutside() {
        knownByUrl.keySet().stream()
                .filter(url -> !scope.contains(url))
                .map(Gone::new)
                .forEach(listener::visited);
    }

    private void confirmGone() throws InterruptedException {
        for (String url : perhapsGone) {
            try {
                if (web.get(url, null, WebFile.TYPES) instanceof Fetched.Gone) {
                    listener.visited(new Gone(url));
                }
            } catch (FetchException e) {
                listener.visited(failed(url, e));
            }
        }
    }

    private void visit(Waiting page) throws InterruptedException {
        if (!web.allows(page.url())) {
            listener.visited(new Skipped(page.url(), Why.ROBOTS));
            return;
        }
        try {
            answered(page, web.get(page.url(), knownByUrl.get(page.url()), WebFile.TYPES));
        } catch (FetchException e) {
            listener.visited(failed(page.url(), e));
        }
    }

    private static Failed failed(String url, FetchException e) {
        return new Failed(url, e.reason().name(), e.arguments());
    }

    private void answered(Waiting page, Fetched fetched) {
        switch (fetched) {
            case Fetched.Content content -> arrived(page, content);
            case Fetched.NotModified same -> same(page);
            case Fetched.Gone gone -> {
                if (knownByUrl.containsKey(page.url())) {
                    perhapsGone.add(page.url());
                } else {
                    listener.visited(new Failed(page.url(), Failed.GONE, List.of()));
                }
            }
        }
    }

    private void same(Waiting page) {
        KnownPage kept = knownByUrl.get(page.url());
        if (kept == null) {
            listener.visited(new Failed(page.url(), Reason.STATUS.name(), List.of("304")));
            return;
        }
        taken.add(kept);
        known.copy(kept.url()).ifPresent(copy -> follow(HtmlPage.read(copy, kept.url(), ""), page.depth()));
        listener.visited(new Unchanged(kept));
    }

    private void follow(HtmlPage page, int depth) {
        if (scope.site()) {
            frontier.add(page.links(), depth + 1);
        }
    }

    private void arrived(Waiting asked, Fetched.Content content) {
        Optional<String> ending = WebFile.ending(content);
        String url = WebAddress.canonical(content.url()).orElse(content.url());
        boolean redirected = !url.equals(asked.url());
        if (redirected && !isOurs(url)) {
            listener.visited(new Skipped(asked.url(), Why.OUTSIDE));
        } else if (ending.isEmpty()) {
            listener.visited(new Failed(asked.url(), Reason.CONTENT_TYPE.name(), List.of(content.type())));
        } else {
            byte[] bytes = WebFile.bytes(content, ending.get());
            @Nullable
            HtmlPage page = ending.get().equals(WebFile.HTML) ? HtmlPage.read(bytes, url, content.robotsTag()) : null;
            String hash = page == null ? Fingerprint.of(bytes) : Fingerprint.of(page.text());
            KnownPage now =
                    new KnownPage(scope.site() ? url : scope.start(), content.etag(), content.lastModified(), hash);
            if (page != null) {
                follow(page, asked.depth());
            }
            Optional<Why> unwanted = unwanted(asked, now, page, content.robotsTag());
            if (unwanted.isPresent()) {
                leave(asked.url(), unwanted.get());
            } else {
                take(now, new Found(now, "page." + ending.get(), bytes));
            }
            if (redirected && scope.site()) {
                moved(asked.url(), hash);
            }
        }
    }

    /** A single page may be somewhere else on its host by now, such as from http to https. */
    private boolean isOurs(String url) {
        boolean inside = scope.site()
                ? scope.contains(url)
                : WebAddress.authority(url).equals(WebAddress.authority(scope.start()));
        return inside && web.allows(url);
    }

    private Optional<Why> unwanted(Waiting asked, KnownPage now, @Nullable HtmlPage page, String robotsTag) {
        boolean noIndex = page == null ? robotsTag.contains("noindex") : page.noIndex();
        if (noIndex) {
            return Optional.of(Why.NOINDEX);
        }
        boolean isKnown = knownByUrl.containsKey(now.url());
        if (!scope.site()) {
            return Optional.empty();
        }
        if (taken.holds(now.url()) || (!isKnown && taken.holdsText(now))) {
            return Optional.of(Why.DUPLICATE);
        }
        if (page == null || isKnown) {
            return Optional.empty();
        }
        Optional<String> other = taken.instead(now.url(), page, scope);
        other.ifPresent(canonical -> frontier.add(List.of(canonical), asked.depth()));
        return other.map(canonical -> Why.DUPLICATE);
    }

    private void leave(String url, Why why) {
        boolean withdrawn = why == Why.NOINDEX && knownByUrl.containsKey(url);
        listener.visited(withdrawn ? new Gone(url) : new Skipped(url, why));
    }

    private void take(KnownPage now, Found found) {
        frontier.see(now.url());
        taken.add(now);
        KnownPage before = knownByUrl.get(now.url());
        boolean same = before != null && before.textHash().equals(now.textHash());
        listener.visited(same ? new Unchanged(now) : found);
    }

    /** A known page that now leads to one with the very same text has moved there; any other redirect may be a login. */
    private void moved(String from, String hash) {
        KnownPage before = knownByUrl.get(from);
        if (before != null && before.textHash().equals(hash)) {
            listener.visited(new Gone(from));
        }
    }
}
