package bangban.knowledge.parse;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.poi.hslf.usermodel.HSLFTextShape;
import org.apache.poi.sl.usermodel.PlaceableShape;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.sl.usermodel.Shape;
import org.apache.poi.sl.usermodel.SimpleShape;
import org.apache.poi.sl.usermodel.TextShape;
import org.apache.poi.sl.usermodel.TextShape.TextPlaceholder;
import org.jspecify.annotations.Nullable;

/** Where shapes stand on a slide, and what they are there for. */
final class SlideLayout {

    private static final Rectangle2D NOWHERE = new Rectangle2D.Double();

    private SlideLayout() {}

    /** Titles first, then row by row, a row being what begins above the middle of its first shape; within a row from the left. */
    static List<Shape<?, ?>> inReadingOrder(List<? extends Shape<?, ?>> shapes) {
        List<Shape<?, ?>> down = new ArrayList<>(shapes);
        down.sort(Comparator.comparing((Shape<?, ?> shape) -> !isTitle(shape))
                .thenComparing(shape -> anchor(shape).getY()));
        List<Shape<?, ?>> ordered = new ArrayList<>();
        int start = 0;
        while (start < down.size()) {
            Rectangle2D first = anchor(down.get(start));
            double middle = first.getY() + first.getHeight() / 2;
            int end = start + 1;
            while (end < down.size()
                    && isTitle(down.get(end)) == isTitle(down.get(start))
                    && anchor(down.get(end)).getY() < middle) {
                end++;
            }
            List<Shape<?, ?>> row = new ArrayList<>(down.subList(start, end));
            row.sort(Comparator.comparing(shape -> anchor(shape).getX()));
            ordered.addAll(row);
            start = end;
        }
        return ordered;
    }

    private static Rectangle2D anchor(Shape<?, ?> shape) {
        Rectangle2D anchor = shape instanceof PlaceableShape<?, ?> placed ? placed.getAnchor() : null;
        return anchor == null ? NOWHERE : anchor;
    }

    static boolean isTitle(Shape<?, ?> shape) {
        if (!(shape instanceof TextShape<?, ?> text)) {
            return false;
        }
        if (text instanceof HSLFTextShape old) {
            return !old.getTextParagraphs().isEmpty()
                    && TextPlaceholder.isTitle(
                            old.getTextParagraphs().getFirst().getRunType());
        }
        Placeholder placeholder = text.getPlaceholder();
        return placeholder == Placeholder.TITLE
                || placeholder == Placeholder.CENTERED_TITLE
                || placeholder == Placeholder.VERTICAL_TEXT_TITLE;
    }

    /** Date, number, header and footer, which stand on every slide. */
    static boolean isFurniture(Shape<?, ?> shape) {
        return switch (placeholder(shape)) {
            case DATETIME, SLIDE_NUMBER, FOOTER, HEADER -> true;
            case null, default -> false;
        };
    }

    static boolean isNotesText(TextShape<?, ?> shape) {
        Placeholder placeholder = placeholder(shape);
        return placeholder == Placeholder.BODY
                || (placeholder == null && shape.getTextPlaceholder() == TextPlaceholder.NOTES);
    }

    private static @Nullable Placeholder placeholder(Shape<?, ?> shape) {
        return shape instanceof SimpleShape<?, ?> simple ? simple.getPlaceholder() : null;
    }
}
