package bangban.knowledge.parse;

import java.util.List;

/**
 * A printed line.
 *
 * @param segments its parts that wide gaps part, from left to right; at least one
 * @param y of its base, in points from the page's top
 * @param size the largest letter's height in points
 */
record PdfLine(int page, List<Segment> segments, float y, float size) {

    /** A part of a line from {@code left} to {@code right}, in points. */
    record Segment(String text, float left, float right) {}

    PdfLine {
        segments = List.copyOf(segments);
    }

    float left() {
        return segments.getFirst().left();
    }

    float right() {
        return segments.getLast().right();
    }

    /** The line's text, a blank for each gap. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (Segment segment : segments) {
            text.append(text.isEmpty() ? "" : " ").append(segment.text());
        }
        return text.toString();
    }
}
