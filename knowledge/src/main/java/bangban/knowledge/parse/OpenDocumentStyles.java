package bangban.knowledge.parse;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The styles of an OpenDocument file by name: what they are called, what they are based on, how they number, what they hide. */
final class OpenDocumentStyles {

    private final Map<String, Element> styles = new HashMap<>();
    private final Map<String, Element> lists = new HashMap<>();

    /** @param parts styles.xml, where there is one, and content.xml */
    OpenDocumentStyles(List<Document> parts) {
        for (Document part : parts) {
            for (Element style : part.select("style|style")) {
                styles.put(style.attr("style:name"), style);
            }
            for (Element list : part.select("text|list-style")) {
                lists.put(list.attr("style:name"), list);
            }
        }
    }

    boolean isTitle(Element paragraph) {
        return inherits(paragraph, StyleNames::isTitle);
    }

    boolean isContents(Element paragraph) {
        return inherits(paragraph, StyleNames::isContents);
    }

    /** True where a style that the paragraph's is based on is called so. */
    private boolean inherits(Element paragraph, Predicate<String> called) {
        Set<String> seen = new HashSet<>();
        String name = paragraph.attr("text:style-name");
        while (!name.isEmpty() && seen.add(name)) {
            Element style = styles.get(name);
            String shown = style == null || style.attr("style:display-name").isEmpty()
                    ? name.replace("_20_", " ")
                    : style.attr("style:display-name");
            if (called.test(shown)) {
                return true;
            }
            name = style == null ? "" : style.attr("style:parent-style-name");
        }
        return false;
    }

    /** A level of a list's style, counted from 0; null where the style is not known. */
    @Nullable
    Element listLevel(String list, int level) {
        Element style = lists.get(list);
        if (style == null) {
            return null;
        }
        return style.children().stream()
                .filter(child -> child.attr("text:level").equals(String.valueOf(level + 1)))
                .findFirst()
                .orElse(null);
    }

    /** True for a sheet, a slide or characters that are not shown. */
    boolean hides(String styleName) {
        Element style = styles.get(styleName);
        return style != null
                && (style.selectFirst("style|table-properties[table:display=false]") != null
                        || style.selectFirst("style|drawing-page-properties[presentation:visibility=hidden]") != null
                        || style.selectFirst("style|text-properties[text:display=none]") != null);
    }
}
