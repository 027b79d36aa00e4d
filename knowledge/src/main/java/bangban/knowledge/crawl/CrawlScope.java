package bangban.knowledge.crawl;

import java.net.URI;
import java.time.Duration;

/**
 * How far a walk goes.
 *
 * @param start a canonical address
 * @param site false for the start page alone
 * @param pathPrefix of pages that belong to a site beside its start, all on the start's host and port
 * @param depth links from the start, at most
 * @param maxPages asked for by one walk, beyond those that are known
 * @param delay between two requests to the host; a longer one that its robots.txt asks for counts more
 */
public record CrawlScope(String start, boolean site, String pathPrefix, int depth, int maxPages, Duration delay) {

    /** Whether http or https is no matter: many servers answer to both. */
    boolean contains(String canonical) {
        if (!site || canonical.equals(start)) {
            return canonical.equals(start);
        }
        return WebAddress.authority(canonical).equals(WebAddress.authority(start))
                && URI.create(canonical).getRawPath().startsWith(pathPrefix);
    }
}
