package bangban.knowledge.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import bangban.knowledge.crawl.PageVisit.Failed;
import bangban.knowledge.crawl.PageVisit.Found;
import bangban.knowledge.crawl.PageVisit.Gone;
import bangban.knowledge.crawl.PageVisit.Skipped;
import bangban.knowledge.crawl.PageVisit.Unchanged;
import bangban.knowledge.crawl.PageVisit.Why;
import bangban.knowledge.fetch.AllowedTargets;
import bangban.knowledge.fetch.FetchException;
import bangban.knowledge.fetch.FetchLimits;
import bangban.knowledge.fetch.LocalSite;
import bangban.knowledge.fetch.WebFetcher;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CrawlerTest {

    private final LocalSite site = new LocalSite();
    private final WebFetcher fetcher = new WebFetcher(AllowedTargets.parse(LocalSite.ALLOW), FetchLimits.STANDARD);
    private final List<Duration> pauses = new ArrayList<>();
    private final Crawler crawler = new Crawler(fetcher, new HostPace(InstantSource.fixed(Instant.EPOCH), pauses::add));
    private final Kept kept = new Kept();

    /** What the walks before brought, as a source would keep it. */
    private static final class Kept implements KnownPages, CrawlListener {

        private final Map<String, KnownPage> pages = new LinkedHashMap<>();
        private final Map<String, byte[]> copies = new LinkedHashMap<>();
        private final List<PageVisit> visits = new ArrayList<>();

        @Override
        public List<KnownPage> all() {
            return List.copyOf(pages.values());
        }

        @Override
        public Optional<byte[]> copy(String url) {
            return Optional.ofNullable(copies.get(url));
        }

        @Override
        public void visited(PageVisit visit) {
            visits.add(visit);
            switch (visit) {
                case Found found -> {
                    pages.put(found.url(), found.page());
                    copies.put(found.url(), found.bytes());
                }
                case Unchanged same -> pages.put(same.url(), same.page());
                case Gone gone -> pages.remove(gone.url());
                case Skipped skipped -> {}
                case Failed failed -> {}
            }
        }

        @Override
        public void waiting(int waiting) {}
    }

    @BeforeEach
    void publish() {
        site.html("/", page("首页", "<a href='a'>甲</a> <a href='/b?utm_source=x#top'>乙</a>", "欢迎。"))
                .html("/a", page("甲", "<a href='/a/deep'>深</a>", "甲的正文。"))
                .html("/b", page("乙", "<a href='/'>回</a>", "乙的正文。"))
                .html("/a/deep", page("深", "", "深处的正文。"));
    }

    @AfterEach
    void close() {
        fetcher.close();
        site.close();
    }

    private static String page(String title, String links, String text) {
        return "<html><head><title>" + title + "</title></head><body>" + links + "<p>" + text + "</p></body></html>";
    }

    private CrawlScope scope(int depth, int pages) {
        return scope("/", depth, pages);
    }

    private CrawlScope scope(String prefix, int depth, int pages) {
        return new CrawlScope(site.url("/"), true, prefix, depth, pages, Duration.ofSeconds(1));
    }

    private List<PageVisit> crawl(CrawlScope scope) throws Exception {
        kept.visits.clear();
        site.asked.clear();
        crawler.crawl(scope, kept, kept, new StopSignal());
        return List.copyOf(kept.visits);
    }

    private <T extends PageVisit> List<String> paths(Class<T> kind) {
        return kept.visits.stream()
                .filter(kind::isInstance)
                .map(visit -> visit.url().substring(site.url("").length()))
                .toList();
    }

    @Test
    void aSiteIsWalkedAlongItsLinksToTheDepthEachPageOnce() throws Exception {
        crawl(scope(1, 100));
        assertThat(paths(Found.class)).containsExactly("/", "/a", "/b");
        assertThat(kept.visits).hasSize(3);
        crawl(scope(2, 100));
        assertThat(paths(Found.class)).containsExactly("/a/deep");
        assertThat(paths(Unchanged.class)).containsExactly("/", "/a", "/b");
    }

    @Test
    void noMorePagesAreAskedForThanAllowed() throws Exception {
        crawl(scope(5, 2));
        assertThat(paths(Found.class)).containsExactly("/", "/a");
    }

    @Test
    void whatIsOutsideTheHostOrThePathIsNotAskedFor() throws Exception {
        site.html("/", page("首页", "<a href='/a'>甲</a><a href='/b'>乙</a><a href='http://other.example/'>外</a>", "x"));
        crawl(scope("/a", 5, 100));
        assertThat(site.asked).doesNotContain("/b").contains("/a", "/a/deep");
    }

    @Test
    void aSinglePageIsTakenWithoutItsLinks() throws Exception {
        crawl(new CrawlScope(site.url("/a"), false, "/", 3, 100, Duration.ZERO));
        assertThat(paths(Found.class)).containsExactly("/a");
        assertThat(site.asked).containsExactly("/robots.txt", "/a");
    }

    @Test
    void robotsTxtIsObeyedAndItsDelayKept() throws Exception {
        site.text("/robots.txt", "User-agent: *\nDisallow: /\n\nUser-agent: bangban\nDisallow: /a\nCrawl-delay: 7\n");
        crawl(scope(5, 100));
        assertThat(paths(Found.class)).containsExactly("/", "/b");
        assertThat(kept.visits).contains(new Skipped(site.url("/a"), Why.ROBOTS));
        assertThat(site.asked).doesNotContain("/a", "/a/deep");
        assertThat(pauses.getLast().minus(pauses.get(pauses.size() - 2))).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void whereRobotsTxtFailsNothingIsAskedFor() {
        site.status("/robots.txt", 503);
        assertThatExceptionOfType(FetchException.class).isThrownBy(() -> crawl(scope(5, 100)));
        assertThat(site.asked).containsExactly("/robots.txt");
    }

    @Test
    void whereRobotsTxtIsWithheldEverythingIsAllowed() throws Exception {
        site.status("/robots.txt", 403);
        crawl(scope(0, 100));
        assertThat(paths(Found.class)).containsExactly("/");
    }

    @Test
    void requestsToAHostAreKeptApart() throws Exception {
        crawl(scope(0, 100));
        crawl(scope(0, 100));
        assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3));
    }

    @Test
    void pagesOfTheSitemapAreFoundWithoutALink() throws Exception {
        site.text("/robots.txt", "Sitemap: " + site.url("/map.xml"));
        site.text("/map.xml", """
                <?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                <url><loc>%s</loc></url><url><loc>http://other.example/x</loc></url></urlset>
                """.formatted(site.url("/hidden")));
        site.html("/hidden", page("藏", "", "没有链接的页面。"));
        crawl(scope(1, 100));
        assertThat(paths(Found.class)).containsExactlyInAnyOrder("/", "/a", "/b", "/hidden");
    }

    @Test
    void metaTagsAreObeyed() throws Exception {
        site.html(
                "/a",
                "<html><head><meta name='ROBOTS' content='noindex'></head><body><a href='/a/deep'>深</a></body></html>");
        site.html(
                "/b", "<html><head><meta name=robots content=nofollow></head><body><a href='/c'>丙</a>乙</body></html>");
        site.html("/c", page("丙", "", "丙"));
        crawl(scope(5, 100));
        assertThat(kept.visits).contains(new Skipped(site.url("/a"), Why.NOINDEX));
        assertThat(paths(Found.class)).containsExactly("/", "/b", "/a/deep");
    }

    @Test
    void anotherAddressOfTheSameTextIsADuplicate() throws Exception {
        site.html("/b", page("甲", "<a href='/a/deep'>深</a>", "甲的正文。"));
        crawl(scope(1, 100));
        assertThat(kept.visits).contains(new Skipped(site.url("/b"), Why.DUPLICATE));
    }

    @Test
    void aPageIsTakenUnderTheAddressThatItGivesForItselfEvenWhereTwoNameEachOther() throws Exception {
        site.html("/a", "<html><head><link rel=canonical href='/real'></head><body>甲 x</body></html>");
        site.html("/real", "<html><head><link rel=canonical href='/a'></head><body>甲 y</body></html>");
        crawl(scope(1, 100));
        assertThat(paths(Found.class)).contains("/real").doesNotContain("/a");
    }

    @Test
    void linkedFilesAreTakenAsTheyAreAndPicturesAreNotAskedFor() throws Exception {
        byte[] pdf = "%PDF-1.7 x".getBytes(StandardCharsets.US_ASCII);
        site.html("/", page("首页", "<a href='/f/rule.pdf'>办法</a><a href='/p.jpg'>图</a><a href='/f/x.bin'>x</a>", "x"));
        site.on("/f/rule.pdf", exchange -> LocalSite.send(exchange, "application/octet-stream", pdf));
        site.on("/f/x.bin", exchange -> LocalSite.send(exchange, "application/octet-stream", pdf));
        crawl(scope(1, 100));
        Found file = (Found) kept.visits.get(1);
        assertThat(file.fileName()).isEqualTo("page.pdf");
        assertThat(file.bytes()).isEqualTo(pdf);
        assertThat(kept.visits)
                .contains(new Failed(site.url("/f/x.bin"), "CONTENT_TYPE", List.of("application/octet-stream")));
        assertThat(site.asked).doesNotContain("/p.jpg");
    }

    @Test
    void filesAreKnownByTheirTypeElseByTheEndingOfTheirAddress() throws Exception {
        byte[] bytes = "x".getBytes(StandardCharsets.US_ASCII);
        site.html("/", page("首页", "<a href='/f?id=1'>甲</a><a href='/b.wps'>乙</a><a href='/c.csv'>丙</a>", "x"));
        site.on("/f?id=1", exchange -> LocalSite.send(exchange, "application/msword", bytes));
        site.on("/b.wps", exchange -> LocalSite.send(exchange, "application/octet-stream", "y".getBytes("GBK")));
        site.on("/c.csv", exchange -> LocalSite.send(exchange, "text/csv; charset=gbk", "阶梯,单价".getBytes("GBK")));
        crawl(scope(1, 100));
        assertThat(kept.visits.stream().filter(Found.class::isInstance).map(visit -> ((Found) visit).fileName()))
                .containsExactly("page.html", "page.doc", "page.wps", "page.csv");
        assertThat(new String(((Found) kept.visits.getLast()).bytes(), StandardCharsets.UTF_8))
                .isEqualTo("\uFEFF阶梯,单价");
    }

    @Test
    void anEncodingThatOnlyTheServerNamesIsKeptInTheCopy() throws Exception {
        byte[] gbk = page("标题", "", "正文。").getBytes("GBK");
        site.on("/", exchange -> LocalSite.send(exchange, "text/html; charset=gbk", gbk));
        crawl(scope(0, 1));
        Found found = (Found) kept.visits.getFirst();
        assertThat(new String(found.bytes(), StandardCharsets.UTF_8))
                .startsWith("\uFEFF<html>")
                .contains("正文。");
    }

    @Test
    void whatTheServerSaysIsUnchangedIsNotSentAgainAndItsLinksStillCount() throws Exception {
        site.on("/", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"1\"");
            if ("\"1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                LocalSite.send(
                        exchange,
                        "text/html",
                        page("h", "<a href='/a'>a</a>", "x").getBytes(StandardCharsets.UTF_8));
            }
        });
        crawl(scope(1, 100));
        site.html("/a", page("甲", "", "甲的新正文。"));
        crawl(scope(1, 100));
        assertThat(paths(Unchanged.class)).containsExactly("/");
        assertThat(paths(Found.class)).containsExactly("/a");
    }

    @Test
    void newFurnitureAroundTheSameTextIsNoChange() throws Exception {
        crawl(scope(1, 100));
        site.html("/b", page("乙", "<nav>新的导航 <a href='/new'>新</a></nav><a href='/'>回</a>", "乙的正文。"));
        crawl(scope(1, 100));
        assertThat(paths(Found.class)).isEmpty();
        assertThat(paths(Unchanged.class)).contains("/b");
    }

    @Test
    void aPageIsGoneWhereTheServerSaysSoTwiceAndStaysWhereItFails() throws Exception {
        crawl(scope(5, 100));
        site.html("/", page("首页", "", "欢迎。")).without("/a").status("/b", 503).status("/a/deep", 410);
        crawl(scope(5, 100));
        assertThat(paths(Gone.class)).containsExactlyInAnyOrder("/a", "/a/deep");
        assertThat(paths(Failed.class)).containsExactly("/b");
        assertThat(kept.pages).containsKey(site.url("/b"));
    }

    @Test
    void aPageThatIsBackAtTheSecondLookIsNotGone() throws Exception {
        crawl(scope(5, 100));
        int[] looks = {0};
        site.on("/a", exchange -> exchange.sendResponseHeaders(looks[0]++ == 0 ? 404 : 500, -1));
        crawl(scope(5, 100));
        assertThat(looks[0]).isEqualTo(2);
        assertThat(paths(Gone.class)).isEmpty();
    }

    @Test
    void whereTheStartIsGoneNothingElseIsTakenForGone() throws Exception {
        crawl(scope(5, 100));
        for (String path : List.of("/", "/a", "/b", "/a/deep")) {
            site.without(path);
        }
        assertThatExceptionOfType(FetchException.class).isThrownBy(() -> crawl(scope(5, 100)));
        assertThat(kept.visits).isEmpty();
    }

    @Test
    void aKnownPageThatLeadsToALoginStaysAndOneThatMovedIsGone() throws Exception {
        crawl(scope(5, 100));
        site.html("/login", page("登录", "", "请登录。"))
                .redirect("/a", "/login")
                .html("/b2", page("乙", "", "乙的正文。"))
                .redirect("/b", "/b2");
        site.html("/b2", page("乙", "<a href='/'>回</a>", "乙的正文。"));
        crawl(scope(5, 100));
        assertThat(paths(Gone.class)).containsExactly("/b");
        assertThat(kept.pages).containsKeys(site.url("/a"), site.url("/b2"));
    }

    @Test
    void aRedirectOutOfScopeIsNotTaken() throws Exception {
        LocalSite other = new LocalSite();
        try (other) {
            other.html("/sso", page("登录", "", "请登录。"));
            site.redirect("/a", other.url("/sso"));
            crawl(scope(1, 100));
            assertThat(kept.visits).contains(new Skipped(site.url("/a"), Why.OUTSIDE));
        }
    }

    @Test
    void whatANarrowerScopeLeavesOutIsGone() throws Exception {
        crawl(scope(5, 100));
        crawl(scope("/a", 5, 100));
        assertThat(paths(Gone.class)).contains("/b").doesNotContain("/a");
    }

    @Test
    void aBrokenLinkIsNamed() throws Exception {
        site.without("/b");
        crawl(scope(1, 100));
        assertThat(kept.visits).contains(new Failed(site.url("/b"), Failed.GONE, List.of()));
    }

    @Test
    void aWalkThatIsStoppedWhileItWaitsEnds() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        site.on("/a", exchange -> {
            reached.countDown();
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        StopSignal stop = new StopSignal();
        AtomicReference<@Nullable Throwable> end = new AtomicReference<>();
        Thread walk = Thread.ofVirtual()
                .start(() -> end.set(catchThrowable(() -> crawler.crawl(scope(5, 100), kept, kept, stop))));
        reached.await();
        stop.stop();
        walk.join();
        assertThat(end.get()).isInstanceOf(InterruptedException.class);
        assertThat(paths(Found.class)).containsExactly("/");
        assertThat(catchThrowable(() -> crawler.crawl(scope(5, 100), kept, kept, stop)))
                .as("stopped for good")
                .isInstanceOf(InterruptedException.class);
    }
}
