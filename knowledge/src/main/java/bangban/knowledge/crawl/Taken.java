package bangban.knowledge.crawl;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The pages that one walk has taken, by which it knows another address of the same. */
final class Taken {

    private final Set<String> urls = new HashSet<>();
    private final Set<String> textHashes = new HashSet<>();
    private final Set<String> leftToCanonical = new HashSet<>();

    void add(KnownPage page) {
        urls.add(page.url());
        textHashes.add(page.textHash());
    }

    boolean holds(String url) {
        return urls.contains(url);
    }

    boolean holdsText(KnownPage page) {
        return textHashes.contains(page.textHash());
    }

    /** The page to take instead of this one; empty where there is none, or where that one names this one in turn. */
    Optional<String> instead(String url, HtmlPage page, CrawlScope scope) {
        Optional<String> other = page.canonical()
                .filter(canonical -> !canonical.equals(url) && scope.contains(canonical))
                .filter(canonical -> !leftToCanonical.contains(canonical));
        other.ifPresent(canonical -> leftToCanonical.add(url));
        return other;
    }
}
