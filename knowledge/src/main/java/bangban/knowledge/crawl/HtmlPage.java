package bangban.knowledge.crawl;

import bangban.knowledge.parse.MainContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a walk needs to know of a page.
 *
 * @param links canonical, in the page's order; none where the page asks not to follow them
 * @param canonical the address that the page gives for itself
 * @param text of title and main content
 */
record HtmlPage(List<String> links, Optional<String> canonical, boolean noIndex, String text) {

    private static final int MOST_LINKS = 5_000;

    static HtmlPage read(byte[] bytes, String url, String robotsTag) {
        Document document = document(bytes, url);
        String robots = robots(document, robotsTag);
        boolean none = robots.contains("none");
        List<String> links = none || robots.contains("nofollow") ? List.of() : links(document);
        Optional<String> canonical = Optional.ofNullable(document.selectFirst("link[rel~=(?i)\\bcanonical\\b][href]"))
                .flatMap(link -> WebAddress.canonical(link.absUrl("href")));
        String title = document.title();
        String text = title + "\n" + MainContent.of(document).text();
        return new HtmlPage(links, canonical, none || robots.contains("noindex"), text);
    }

    private static Document document(byte[] bytes, String url) {
        try {
            return Jsoup.parse(new ByteArrayInputStream(bytes), null, url);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String robots(Document document, String robotsTag) {
        StringBuilder robots = new StringBuilder(robotsTag);
        for (Element meta : document.select("meta[name][content]")) {
            String name = meta.attr("name").toLowerCase(Locale.ROOT);
            if (name.equals("robots") || name.equals("bangban")) {
                robots.append(' ').append(meta.attr("content"));
            }
        }
        return robots.toString().toLowerCase(Locale.ROOT);
    }

    private static List<String> links(Document document) {
        Set<String> links = new LinkedHashSet<>();
        for (Element link : document.select("a[href], area[href], frame[src], iframe[src]")) {
            boolean followed = !link.attr("rel").toLowerCase(Locale.ROOT).contains("nofollow");
            if (followed && links.size() < MOST_LINKS) {
                WebAddress.canonical(link.absUrl(link.hasAttr("href") ? "href" : "src"))
                        .ifPresent(links::add);
            }
        }
        return List.copyOf(links);
    }
}
