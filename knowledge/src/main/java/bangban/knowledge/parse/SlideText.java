package bangban.knowledge.parse;

import bangban.knowledge.parse.Piece.Paragraph;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.sl.usermodel.AutoNumberingScheme;
import org.apache.poi.sl.usermodel.TextParagraph;
import org.apache.poi.sl.usermodel.TextParagraph.BulletStyle;
import org.apache.poi.sl.usermodel.TextRun;
import org.apache.poi.sl.usermodel.TextShape;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.jspecify.annotations.Nullable;

/** The paragraphs of one text box, with the bullets and numbers that are shown before them. */
final class SlideText {

    private final int page;
    private final List<Piece> into;
    /** By level: the last number of a numbered list. */
    private final Map<Integer, Integer> numbers = new HashMap<>();

    SlideText(int page, List<Piece> into) {
        this.page = page;
        this.into = into;
    }

    void read(TextShape<?, ?> box) {
        for (TextParagraph<?, ?, ?> paragraph : box.getTextParagraphs()) {
            StringBuilder text = new StringBuilder();
            for (TextRun run : paragraph.getTextRuns()) {
                text.append(Objects.requireNonNullElse(run.getRawText(), ""));
            }
            String line = PlainText.line(text.toString());
            if (!line.isEmpty()) {
                into.add(new Paragraph(mark(paragraph, line) + line, 0, null, page));
            }
        }
    }

    private String mark(TextParagraph<?, ?, ?> paragraph, String line) {
        int level = paragraph.getIndentLevel();
        numbers.keySet().removeIf(deeper -> deeper > level);
        BulletStyle bullet = paragraph.getBulletStyle();
        AutoNumberingScheme scheme = scheme(paragraph, bullet);
        if (scheme == null) {
            numbers.remove(level);
        }
        if ((bullet == null && scheme == null) || LineStart.of(line).isPresent()) {
            return "";
        }
        if (scheme == null) {
            return LineStart.bullet(level) + " ";
        }
        int start = start(paragraph, bullet);
        return scheme.format(numbers.merge(level, start, (last, first) -> last + 1)) + " ";
    }

    /** POI gives no bullet style for a number of the newer format. */
    private static @Nullable AutoNumberingScheme scheme(
            TextParagraph<?, ?, ?> paragraph, @Nullable BulletStyle bullet) {
        return paragraph instanceof XSLFTextParagraph own
                ? own.getAutoNumberingScheme()
                : bullet == null ? null : bullet.getAutoNumberingScheme();
    }

    private static int start(TextParagraph<?, ?, ?> paragraph, @Nullable BulletStyle bullet) {
        Integer start = paragraph instanceof XSLFTextParagraph own
                ? own.getAutoNumberingStartAt()
                : bullet == null ? null : bullet.getAutoNumberingStartAt();
        return start == null ? 1 : start;
    }
}
