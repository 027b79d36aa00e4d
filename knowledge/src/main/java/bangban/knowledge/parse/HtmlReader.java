package bangban.knowledge.parse;

import bangban.knowledge.parse.Piece.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The elements of a page into pieces. */
final class HtmlReader {

    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd",
            "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u",
            "var", "wbr");
    private static final int DEEPEST = 200;

    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder pending = new StringBuilder();

    List<Piece> read(Element body) {
        children(body, 0);
        flush(0);
        return pieces;
    }

    private void children(Element element, int depth) {
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode text) {
                pending.append(text.getWholeText());
            } else if (child instanceof Element inner && depth < DEEPEST) {
                element(inner, depth + 1);
            }
        }
    }

    private void element(Element element, int depth) {
        String name = element.normalName();
        switch (name) {
            case "br", "hr" -> flush(0);
            case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                flush(0);
                children(element, depth);
                flush(name.charAt(1) - '0');
            }
            case "table" -> {
                flush(0);
                pieces.addAll(HtmlTable.read(element));
            }
            case "ol" -> list(element, depth, true);
            case "ul", "menu" -> list(element, depth, false);
            case "img" -> pending.append(element.attr("alt"));
            case "head", "title", "input", "select", "button", "textarea" -> {}
            default -> {
                boolean block = !INLINE.contains(name.toLowerCase(Locale.ROOT));
                if (block) {
                    flush(0);
                }
                children(element, depth);
                if (block) {
                    flush(0);
                }
            }
        }
    }

    private void list(Element list, int depth, boolean ordered) {
        flush(0);
        int number = 1;
        try {
            number = list.hasAttr("start") ? Integer.parseInt(list.attr("start").strip()) : 1;
        } catch (NumberFormatException e) {
            number = 1;
        }
        for (Element entry : list.children()) {
            boolean numbered = LineStart.of(PlainText.line(entry.text())).isPresent();
            if (entry.normalName().equals("li") && !numbered && !entry.text().isBlank()) {
                pending.append(ordered ? number + ". " : "• ");
            }
            number++;
            element(entry, depth + 1, true);
        }
        flush(0);
    }

    /** A list's entry, whose number already waits to be followed by its text. */
    private void element(Element entry, int depth, boolean started) {
        if (depth < DEEPEST) {
            for (Node child : entry.childNodes()) {
                boolean first = started
                        && child instanceof Element inner
                        && inner.normalName().equals("p");
                if (child instanceof TextNode text) {
                    pending.append(text.getWholeText());
                } else if (first) {
                    children((Element) child, depth + 1);
                    flush(0);
                } else if (child instanceof Element inner) {
                    element(inner, depth + 1);
                }
            }
        }
        flush(0);
    }

    private void flush(int heading) {
        String text = PlainText.line(pending.toString());
        pending.setLength(0);
        if (!text.isEmpty()) {
            pieces.add(new Paragraph(text, heading));
        }
    }
}
