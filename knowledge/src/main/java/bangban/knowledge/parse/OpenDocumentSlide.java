package bangban.knowledge.parse;

import bangban.knowledge.parse.Piece.Paragraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A slide of an OpenDocument presentation: its title, then its shapes from the top down and from the left, then its notes. */
final class OpenDocumentSlide {

    private static final Set<String> FURNITURE = Set.of("date-time", "footer", "header", "page-number");
    private static final Pattern LENGTH = Pattern.compile("(-?[0-9.]{1,12})(cm|mm|in|pt|px)?");
    private static final String NOTE = "备注";

    private final Element slide;
    private final int page;
    private final OpenDocumentStyles styles;

    OpenDocumentSlide(Element slide, int page, OpenDocumentStyles styles) {
        this.slide = slide;
        this.page = page;
        this.styles = styles;
    }

    /** Null where it has none. */
    @Nullable
    String title() {
        return slide.children().stream()
                .filter(OpenDocumentSlide::isTitle)
                .map(shape -> PlainText.line(shape.text()))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** Empty where the slide shows nothing and has no notes. */
    List<Piece> read() {
        List<Element> shapes = slide.children().stream()
                .filter(shape -> !isTitle(shape) && !FURNITURE.contains(shape.attr("presentation:class")))
                .sorted(Comparator.comparingDouble((Element shape) -> length(shape.attr("svg:y")))
                        .thenComparingDouble(shape -> length(shape.attr("svg:x"))))
                .toList();
        OpenDocumentText text = new OpenDocumentText(styles, page);
        Element drawn = new Element("draw:g");
        shapes.forEach(shape -> drawn.appendChild(shape.clone()));
        text.read(drawn);
        List<Piece> content = new ArrayList<>(text.pieces());
        for (Element note : slide.select("presentation|notes draw|frame[presentation:class=notes] text|p")) {
            String line = PlainText.line(note.text());
            if (!line.isEmpty()) {
                content.add(new Paragraph(NOTE + "：" + line, 0, NOTE, page));
            }
        }
        String title = title();
        if (title == null && content.isEmpty()) {
            return List.of();
        }
        content.addFirst(new Paragraph(title == null ? "第 " + page + " 页" : title, 2, null, page));
        return content;
    }

    private static boolean isTitle(Element shape) {
        return shape.attr("presentation:class").equals("title");
    }

    /** In centimetres. */
    private static double length(String text) {
        Matcher matcher = LENGTH.matcher(text);
        if (!matcher.matches() || !matcher.group(1).matches("-?[0-9]+(?:\\.[0-9]+)?")) {
            return 0;
        }
        double value = Double.parseDouble(matcher.group(1));
        String unit = matcher.group(2);
        return switch (unit) {
            case "mm" -> value / 10;
            case "in" -> value * 2.54;
            case "pt" -> value * 2.54 / 72;
            case "px" -> value * 2.54 / 96;
            case null, default -> value;
        };
    }
}
