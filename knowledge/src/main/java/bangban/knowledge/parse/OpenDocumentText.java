package bangban.knowledge.parse;

import bangban.knowledge.parse.Piece.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Headings, paragraphs, lists and tables of an OpenDocument file into pieces. */
final class OpenDocumentText {

    private static final int DEEPEST = 200;
    private static final Set<String> SKIPPED = Set.of(
            "text:tracked-changes",
            "text:table-of-content",
            "text:alphabetical-index",
            "text:illustration-index",
            "text:table-index",
            "text:bibliography",
            "office:annotation",
            "office:forms",
            "presentation:notes",
            "svg:title",
            "svg:desc");

    private final OpenDocumentStyles styles;
    private final OpenDocumentNumbering numbering;
    private final @Nullable Integer page;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Element> behind = new ArrayList<>();
    private final StringBuilder title = new StringBuilder();
    private int notes;

    /** @param page what the pieces are on, null where the format has no pages */
    OpenDocumentText(OpenDocumentStyles styles, @Nullable Integer page) {
        this.styles = styles;
        this.numbering = new OpenDocumentNumbering(styles);
        this.page = page;
    }

    List<Piece> pieces() {
        return pieces;
    }

    /** What stands in the title style, null where nothing does. */
    @Nullable
    String title() {
        return title.isEmpty() ? null : title.toString();
    }

    /** Reads everything below the element. */
    void read(Element parent) {
        blocks(parent, 0);
    }

    private void blocks(Element parent, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        for (Element child : parent.children()) {
            switch (child.normalName()) {
                case "text:h" -> heading(child);
                case "text:p" -> paragraph(child, "", depth);
                case "text:list" -> list(child, "", 0, depth);
                case "table:table" -> pieces.addAll(OpenDocumentTable.read(child, this::cell, page));
                default -> {
                    if (!SKIPPED.contains(child.normalName())) {
                        blocks(child, depth + 1);
                    }
                }
            }
        }
    }

    private void heading(Element heading) {
        String level = heading.attr("text:outline-level");
        int at = level.matches("[1-9]") ? Integer.parseInt(level) : 1;
        add(text(heading), styles.isTitle(heading) ? 1 : at + 1);
    }

    private void paragraph(Element paragraph, String number, int depth) {
        if (styles.isContents(paragraph)) {
            return;
        }
        String text = text(paragraph);
        boolean isTitle = styles.isTitle(paragraph);
        if (isTitle) {
            title.append(PlainText.line(text));
        }
        boolean numbered = LineStart.of(PlainText.line(text)).isPresent();
        add(text.isBlank() || numbered ? text : number + text, isTitle ? 1 : 0);
        List<Element> boxes = List.copyOf(behind);
        behind.clear();
        boxes.forEach(box -> behind(box, depth));
    }

    /** A note's text, or a box that hangs on a paragraph. */
    private void behind(Element box, int depth) {
        if (!box.normalName().equals("text:note")) {
            blocks(box, depth + 1);
            return;
        }
        Element body = box.selectFirst("text|note-body");
        String label = box.attr("bangban:label");
        String text = body == null ? "" : PlainText.line(body.text());
        pieces.add(new Paragraph(label + "：" + text, 0, label, page));
    }

    private void list(Element list, String inherited, int level, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        String style = list.attr("text:style-name").isEmpty() ? inherited : list.attr("text:style-name");
        boolean goesOn = list.attr("text:continue-numbering").equals("true") || list.hasAttr("text:continue-list");
        if (level == 0 && !goesOn) {
            numbering.restart(style);
        }
        for (Element entry : list.children()) {
            boolean first = !entry.normalName().equals("text:list-header");
            for (Element child : entry.children()) {
                switch (child.normalName()) {
                    case "text:list" -> list(child, style, level + 1, depth + 1);
                    case "text:h" -> heading(child);
                    case "text:p" -> {
                        paragraph(child, first ? numbering.next(style, level) : "", depth);
                        first = false;
                    }
                    default -> blocks(child, depth + 1);
                }
            }
        }
    }

    private String cell(Element cell) {
        StringBuilder text = new StringBuilder();
        for (Element paragraph : cell.select("text|p, text|h")) {
            text.append(text.isEmpty() ? "" : " ").append(text(paragraph));
        }
        return PlainText.cell(text.toString());
    }

    private void add(String text, int heading) {
        for (String line : text.split("\n", -1)) {
            String plain = PlainText.line(line);
            if (!plain.isEmpty()) {
                pieces.add(new Paragraph(plain, heading, null, page));
            }
        }
    }

    private String text(Element paragraph) {
        StringBuilder text = new StringBuilder();
        inline(paragraph, text, 0);
        return text.toString();
    }

    private void inline(Element element, StringBuilder text, int depth) {
        if (depth > DEEPEST || styles.hides(element.attr("text:style-name"))) {
            return;
        }
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode node) {
                text.append(node.getWholeText().replace('\n', ' '));
            } else if (child instanceof Element inner) {
                switch (inner.normalName()) {
                    case "text:s", "text:tab" -> text.append(' ');
                    case "text:line-break" -> text.append('\n');
                    case "text:note" -> {
                        notes++;
                        inner.attr("bangban:label", "注" + notes);
                        text.append("〔注").append(notes).append('〕');
                        behind.add(inner);
                    }
                    case "draw:frame", "draw:custom-shape", "draw:g" -> behind.add(inner);
                    default -> {
                        if (!SKIPPED.contains(inner.normalName())) {
                            inline(inner, text, depth + 1);
                        }
                    }
                }
            }
        }
    }
}
