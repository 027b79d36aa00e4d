package bangban.knowledge.parse;

import bangban.knowledge.parse.LineStart.Kind;
import bangban.knowledge.parse.Piece.Paragraph;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells headings, clauses, their paragraphs and items, tables and annexes apart, the same for every format. A format's own marks
 * (styles, #) decide on headings; the numbers decide where it has none.
 */
final class StructureRecogniser {

    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_HEADING = 40;
    /** What a figure at a line's start counts, so that it is no number of a heading or list. */
    private static final Pattern COUNTED = Pattern.compile(
            "(?:到|至|倍|米|万|亿|个|元|年|月|日|天|吨|千|百|分|秒|小时|名|人|次|台|套|项|家|%|％|℃|[~～×+=<>≤≥]|[a-zA-Z]{1,3}[^a-zA-Z]).*");
    /** The same behind a blank, where a heading may begin with such a character: 5.1 分类. */
    private static final Pattern COUNTED_APART = Pattern.compile(
            "(?:米|万|亿|个|元|年|月|日|天|吨|千|百|分钟?|秒|小时|名|人|次|台|套|项|家|%|％|℃)(?:以[上下内外]|之内|内|左右|前|后|的|及|，|。|、|；).*");
    /** What shows that 第N条 without a blank behind is mentioned, not begun. */
    private static final Pattern MENTIONED = Pattern.compile("(?:规定|第|所|至|和|或|与|及|、|，|,|的|中|之|以|款|项|关于|要求|明确|列).*");

    private final OutlineBuilder outline = new OutlineBuilder();
    private final List<Piece> pieces;
    private final Set<String> clauses = new HashSet<>();
    private int lastClause;
    private boolean inClause;
    private @Nullable LineStart lastItem;

    private StructureRecogniser(List<Piece> pieces) {
        this.pieces = pieces;
    }

    /** @param title what the format says; null lets a short first line be it */
    static Outline recognise(@Nullable String title, List<Piece> pieces, @Nullable Integer pages) {
        StructureRecogniser recogniser = new StructureRecogniser(ContentsFilter.without(pieces));
        return recogniser.run(title, pages);
    }

    private Outline run(@Nullable String given, @Nullable Integer pages) {
        String title = given;
        int first = 0;
        if (title == null
                && !pieces.isEmpty()
                && pieces.getFirst() instanceof Paragraph paragraph
                && isTitle(paragraph)) {
            title = paragraph.text();
            outline.add(BlockKind.HEADING, 1, null, title, paragraph.page());
            first = 1;
        }
        for (int i = first; i < pieces.size(); i++) {
            switch (pieces.get(i)) {
                case Paragraph paragraph -> paragraph(paragraph, i + 1 < pieces.size() ? pieces.get(i + 1) : null);
                case Piece.Table table -> table(table);
            }
        }
        return outline.build(title, pages);
    }

    private static boolean isTitle(Paragraph paragraph) {
        String text = paragraph.text();
        return paragraph.heading() <= 1
                && text.length() <= LONGEST_TITLE
                && !PlainText.endsSentence(text)
                && LineStart.of(text).isEmpty();
    }

    private void paragraph(Paragraph paragraph, @Nullable Piece next) {
        String text = paragraph.text();
        if (paragraph.label() != null) {
            outline.add(BlockKind.PARAGRAPH, 0, paragraph.label(), text, paragraph.page());
            return;
        }
        Optional<LineStart> found = LineStart.of(text);
        if (found.isEmpty()) {
            if (paragraph.heading() > 0) {
                heading(paragraph, paragraph.heading(), null);
            } else {
                lastItem = null;
                outline.add(BlockKind.PARAGRAPH, 0, null, text, paragraph.page());
            }
            return;
        }
        LineStart start = found.get();
        if (start.kind() == Kind.ARTICLE) {
            article(paragraph, start);
        } else if (paragraph.heading() > 0) {
            heading(paragraph, paragraph.heading(), start.label());
        } else if (isHeading(start, next)) {
            heading(paragraph, start.headingLevel(), start.label());
        } else {
            itemOrParagraph(paragraph, start);
        }
    }

    private void article(Paragraph paragraph, LineStart start) {
        String label = start.label().replaceAll("[ \\t\\u3000]", "");
        boolean begins = paragraph.heading() > 0
                || (start.apart() ? !clauses.contains(label) : start.number() == lastClause + 1)
                        && !MENTIONED.matcher(start.apart() ? "" : start.rest()).matches();
        if (begins && clauses.add(label)) {
            lastClause = start.number();
            inClause = true;
            lastItem = null;
            outline.add(BlockKind.CLAUSE, 0, label, paragraph.text(), paragraph.page());
        } else {
            outline.add(BlockKind.PARAGRAPH, 0, null, paragraph.text(), paragraph.page());
        }
    }

    private void heading(Paragraph paragraph, int level, @Nullable String label) {
        inClause = false;
        lastItem = null;
        if (label != null && label.startsWith("附")) {
            clauses.clear();
            lastClause = 0;
        }
        outline.add(BlockKind.HEADING, level, label, paragraph.text(), paragraph.page());
    }

    private boolean isHeading(LineStart start, @Nullable Piece next) {
        String rest = start.rest();
        boolean brief = rest.length() <= LONGEST_HEADING && !PlainText.endsSentence(rest);
        return switch (start.kind()) {
            case BOOK, CHAPTER, SECTION ->
                brief && !MENTIONED.matcher(start.apart() ? "" : rest).matches();
            case ANNEX -> brief && !MENTIONED.matcher(rest).matches();
            case CHINESE, FIGURE, DECIMAL -> brief && !inClause && headsWhatFollows(start, next);
            case ARTICLE, BRACKETED, BRACKETED_FIGURE, POINT, BULLET -> false;
        };
    }

    /** A numbered short line is a heading where something follows that it can head, and a list's entry among its like. */
    private boolean headsWhatFollows(LineStart start, @Nullable Piece next) {
        if (next == null || start.rest().isEmpty() || start.rest().matches(".*[。；;，,].*")) {
            return false;
        }
        if (counts(start) || (lastItem != null && start.follows(lastItem))) {
            return false;
        }
        if (next instanceof Paragraph paragraph && paragraph.heading() == 0) {
            return LineStart.of(paragraph.text())
                    .filter(following -> following.follows(start))
                    .isEmpty();
        }
        return !(next instanceof Paragraph);
    }

    /** True where the figure is an amount: 5米以内, 100 元以上. */
    private static boolean counts(LineStart start) {
        Pattern pattern = start.apart() ? COUNTED_APART : COUNTED;
        return pattern.matcher(start.rest()).matches();
    }

    private void itemOrParagraph(Paragraph paragraph, LineStart start) {
        boolean counts = switch (start.kind()) {
            case FIGURE, DECIMAL -> !start.label().matches("[0-9]+(?:\\.[0-9]+)?") || !counts(start);
            default -> start.itemLevel() > 0;
        };
        if (counts) {
            lastItem = start;
            String label = start.kind() == Kind.BULLET ? null : start.label();
            outline.add(BlockKind.ITEM, start.itemLevel(), label, paragraph.text(), paragraph.page());
        } else {
            lastItem = null;
            outline.add(BlockKind.PARAGRAPH, 0, null, paragraph.text(), paragraph.page());
        }
    }

    private void table(Piece.Table table) {
        lastItem = null;
        if (!table.header().isEmpty()) {
            outline.add(BlockKind.TABLE, 0, null, cells(table.header()), table.page(), table.header());
        }
        for (Piece.Row row : table.rows()) {
            outline.add(BlockKind.ROW, 0, row.label(), cells(row.cells()), row.page(), row.cells());
        }
    }

    private static String cells(List<String> cells) {
        return cells.stream().allMatch(String::isBlank)
                ? ""
                : String.join(" | ", cells).strip();
    }
}
