package bangban.knowledge.parse;

import bangban.knowledge.parse.Piece.Paragraph;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.sl.usermodel.GroupShape;
import org.apache.poi.sl.usermodel.Notes;
import org.apache.poi.sl.usermodel.Shape;
import org.apache.poi.sl.usermodel.Slide;
import org.apache.poi.sl.usermodel.SlideShow;
import org.apache.poi.sl.usermodel.TableShape;
import org.apache.poi.sl.usermodel.TextShape;
import org.apache.poi.xslf.usermodel.XSLFDiagram;
import org.apache.poi.xslf.usermodel.XSLFGraphicFrame;
import org.jspecify.annotations.Nullable;

/** The slides of a presentation into pieces, its hidden ones apart. A slide without a title goes under its number: 第 3 页. */
final class SlideReader {

    private static final int DEEPEST = 50;
    private static final String NOTE = "备注";

    private final List<Piece> pieces = new ArrayList<>();
    private @Nullable String title;
    private boolean text;

    List<Piece> read(SlideShow<?, ?> show) {
        for (Slide<?, ?> slide : show.getSlides()) {
            if (!slide.isHidden()) {
                slide(slide);
            }
        }
        return pieces;
    }

    /** The first slide's title, null where it has none. */
    @Nullable
    String title() {
        return title;
    }

    /** False where all that was read are the numbers of slides. */
    boolean hasText() {
        return text;
    }

    private void slide(Slide<?, ?> slide) {
        int page = slide.getSlideNumber();
        List<Shape<?, ?>> ordered = SlideLayout.inReadingOrder(slide.getShapes());
        String heading = ordered.stream()
                .filter(SlideLayout::isTitle)
                .map(shape -> PlainText.line(((TextShape<?, ?>) shape).getText()))
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse(null);
        if (pieces.isEmpty()) {
            title = heading;
        }
        List<Piece> content = new ArrayList<>();
        boolean titled = false;
        for (Shape<?, ?> shape : ordered) {
            boolean isHeading = !titled && SlideLayout.isTitle(shape);
            titled = titled || isHeading;
            if (!isHeading) {
                shape(shape, page, content, 0);
            }
        }
        notes(slide.getNotes(), page, content);
        if (heading != null || !content.isEmpty()) {
            text = true;
            pieces.add(new Paragraph(heading == null ? "第 " + page + " 页" : heading, 2, null, page));
            pieces.addAll(content);
        }
    }

    private static void shape(Shape<?, ?> shape, int page, List<Piece> into, int depth) {
        if (depth > DEEPEST || SlideLayout.isFurniture(shape)) {
            return;
        }
        switch (shape) {
            case TableShape<?, ?> table -> into.addAll(SlideTable.read(table, page));
            case GroupShape<?, ?> group ->
                SlideLayout.inReadingOrder(group.getShapes()).forEach(inner -> shape(inner, page, into, depth + 1));
            case TextShape<?, ?> box -> new SlideText(page, into).read(box);
            case XSLFDiagram diagram
            when diagram.getGroupShape() != null -> shape(diagram.getGroupShape(), page, into, depth + 1);
            case XSLFGraphicFrame frame when frame.hasChart() -> into.addAll(SlideChart.read(frame.getChart(), page));
            default -> {}
        }
    }

    private static void notes(@Nullable Notes<?, ?> notes, int page, List<Piece> into) {
        if (notes == null) {
            return;
        }
        for (Shape<?, ?> shape : notes.getShapes()) {
            if (shape instanceof TextShape<?, ?> box && SlideLayout.isNotesText(box)) {
                box.getText()
                        .lines()
                        .map(PlainText::line)
                        .filter(line -> !line.isEmpty())
                        .forEach(line -> into.add(new Paragraph(NOTE + "：" + line, 0, NOTE, page)));
            }
        }
    }
}
