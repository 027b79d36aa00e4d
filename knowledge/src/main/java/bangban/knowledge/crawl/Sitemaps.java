package bangban.knowledge.crawl;

import bangban.knowledge.fetch.FetchException;
import bangban.knowledge.fetch.Fetched;
import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.UnknownFormatException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Addresses that a site lists itself. A list that cannot be read is as good as none. */
final class Sitemaps {

    private static final Logger LOG = LoggerFactory.getLogger(Sitemaps.class);
    private static final int MOST_FILES = 20;
    private static final int MOST_BYTES = 10 << 20;

    private final PoliteWeb web;

    Sitemaps(PoliteWeb web) {
        this.web = web;
    }

    /** @param mostUrls after which no more are taken */
    List<String> urls(CrawlScope scope, List<String> files, int mostUrls) throws InterruptedException {
        Deque<String> waiting = new ArrayDeque<>(files);
        List<String> urls = new ArrayList<>();
        for (int read = 0; read < MOST_FILES && !waiting.isEmpty() && urls.size() < mostUrls; read++) {
            switch (map(waiting.removeFirst(), scope)) {
                case SiteMapIndex index ->
                    index.getSitemaps().forEach(map -> waiting.add(map.getUrl().toString()));
                case SiteMap map ->
                    map.getSiteMapUrls().stream()
                            .limit(mostUrls - urls.size())
                            .forEach(url -> urls.add(url.getUrl().toString()));
                case AbstractSiteMap other -> LOG.debug("{} is of no use", other.getUrl());
            }
        }
        return urls;
    }

    private AbstractSiteMap map(String file, CrawlScope scope) throws InterruptedException {
        boolean ours = WebAddress.canonical(file)
                .filter(url -> WebAddress.authority(url).equals(WebAddress.authority(scope.start())))
                .isPresent();
        try {
            if (ours && web.get(file) instanceof Fetched.Content content && content.bytes().length <= MOST_BYTES) {
                return new SiteMapParser(false)
                        .parseSiteMap(
                                "text/xml", content.bytes(), URI.create(file).toURL());
            }
        } catch (FetchException | UnknownFormatException | IOException | IllegalArgumentException e) {
            LOG.debug("the sitemap {} cannot be read: {}", file, e.toString());
        }
        return new SiteMap(file);
    }
}
