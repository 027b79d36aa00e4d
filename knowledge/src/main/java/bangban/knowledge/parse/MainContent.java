package bangban.knowledge.parse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * The part of a page that is its subject, in three steps. What HTML itself or its accessibility roles call furniture is taken out. Where
 * the page names its main part, or has one article, that is it; else the body. Of what is left, a block goes that is called navigation,
 * advertisement or the like by class or id, or that is mostly links (link density, Kohlschütter et al., WSDM 2010), as long as it is less
 * than half of the text.
 */
public final class MainContent {

    private static final String FURNITURE =
            "script, style, noscript, template, iframe, svg, dialog, form nav, nav, aside, "
                    + "[hidden], [aria-hidden=true], [style~=(?i)display\\s*:\\s*none], "
                    + "[role=navigation], [role=banner], [role=contentinfo], [role=complementary], [role=search], [role=menu], "
                    + "[role=dialog]";
    private static final Set<String> BLOCKS = Set.of("div", "section", "ul", "ol", "dl", "table", "p");
    private static final Set<String> FURNITURE_NAMES = Set.of(
            "nav",
            "navbar",
            "navigation",
            "menu",
            "sidebar",
            "breadcrumb",
            "breadcrumbs",
            "crumbs",
            "footer",
            "ad",
            "ads",
            "advert",
            "advertisement",
            "banner",
            "cookie",
            "cookies",
            "share",
            "social",
            "related",
            "recommend",
            "comments",
            "pagination",
            "pager",
            "copyright",
            "toolbar");
    /** Attachments of a rule are named where they are linked. */
    private static final Pattern ATTACHED_FILE =
            Pattern.compile("(?i).*\\.(?:pdf|docx?|xlsx?|pptx?|wps|et|ofd|zip|rar)");

    private static final double MOSTLY_LINKS = 0.75;
    private static final int FEWEST_LINKS = 4;

    private MainContent() {}

    /** Takes the furniture out of the document and returns what is left of its main part. */
    public static Element of(Document document) {
        Element main = named(document);
        Element lean = main.clone();
        Density density = new Density(lean);
        lean.traverse(density);
        density.boilerplate().forEach(Element::remove);
        return lean.hasText() ? lean : main;
    }

    /** The first two steps alone: what the page itself calls furniture goes, and what it calls its main part is returned. */
    static Element named(Document document) {
        document.select(FURNITURE).remove();
        Element titled = headerWithTitle(document);
        document.select("header, footer").stream()
                .filter(element -> element != titled && element.closest("main, article, [role=main]") == null)
                .forEach(Element::remove);
        Element main = document.selectFirst("main, [role=main]");
        Elements articles = document.select("article");
        Element named = main == null && articles.size() == 1 ? articles.getFirst() : main;
        return named != null && named.hasText() ? named : document.body();
    }

    /** The header in which the page's one title stands. A site's name is none: it is a link to the first page, or a picture. */
    private static @Nullable Element headerWithTitle(Document document) {
        Elements titles = document.select("h1");
        if (titles.size() != 1) {
            return null;
        }
        Element title = titles.getFirst();
        boolean siteName = title.closest("a") != null || title.selectFirst("a, img") != null;
        return siteName ? null : title.closest("header");
    }

    /** Counts the text and the links of each block in one pass, and finds those that are not the page's subject. */
    private static final class Density implements NodeVisitor {

        private final Element main;
        private final int half;
        private final Deque<Count> open = new ArrayDeque<>();
        private final List<Element> boilerplate = new ArrayList<>();

        Density(Element main) {
            this.main = main;
            this.half = main.text().length() / 2;
        }

        List<Element> boilerplate() {
            return boilerplate;
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof Element) {
                open.push(new Count());
            } else if (node instanceof TextNode text && !open.isEmpty()) {
                open.element().characters += text.text().strip().length();
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (!(node instanceof Element element)) {
                return;
            }
            Count count = open.pop();
            boolean block = element != main && BLOCKS.contains(element.normalName());
            if (block && count.characters < half && (isCalledFurniture(element) || count.isMostlyLinks())) {
                boilerplate.add(element);
            }
            if (element.normalName().equals("a") && element.hasAttr("href")) {
                boolean file = ATTACHED_FILE.matcher(element.attr("href")).matches();
                count.links = file ? 0 : 1;
                count.linked = file ? 0 : count.characters;
            }
            if (!open.isEmpty()) {
                open.element().add(count);
            }
        }

        private static boolean isCalledFurniture(Element block) {
            String names = block.id() + " " + block.className();
            return Arrays.stream(names.toLowerCase(Locale.ROOT).split("[\\s_-]+"))
                    .anyMatch(FURNITURE_NAMES::contains);
        }
    }

    private static final class Count {

        private int characters;
        private int links;
        private int linked;

        void add(Count inner) {
            characters += inner.characters;
            links += inner.links;
            linked += inner.linked;
        }

        boolean isMostlyLinks() {
            return links >= FEWEST_LINKS && linked >= MOSTLY_LINKS * characters;
        }
    }
}
