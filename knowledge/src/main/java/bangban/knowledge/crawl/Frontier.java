package bangban.knowledge.crawl;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Addresses that are still to be asked for, the nearest to the start first, each once. */
final class Frontier {

    private static final int SEEN_PER_PAGE = 20;

    private final CrawlScope scope;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Set<String> seen = new HashSet<>();

    Frontier(CrawlScope scope) {
        this.scope = scope;
    }

    record Waiting(String url, int depth) {}

    /** Takes what is in scope and new; a site that makes up addresses without end is not followed without end. */
    void add(List<String> urls, int depth) {
        if (depth > scope.depth()) {
            return;
        }
        for (String url : urls) {
            boolean room = seen.size() < SEEN_PER_PAGE * (scope.maxPages() + 1);
            if (room && scope.contains(url) && WebFile.mayBeOfUse(url) && seen.add(url)) {
                waiting.add(new Waiting(url, depth));
            }
        }
    }

    Optional<Waiting> next() {
        @Nullable Waiting next = waiting.pollFirst();
        return Optional.ofNullable(next);
    }

    /** Marks an address that was reached another way; false where it had been seen. */
    boolean see(String url) {
        return seen.add(url);
    }

    int size() {
        return waiting.size();
    }
}
