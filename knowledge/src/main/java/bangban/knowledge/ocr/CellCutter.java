package bangban.knowledge.ocr;

import java.util.ArrayList;
import java.util.List;

/** Cuts lines where a vertical rule goes through them, for the recogniser takes neighbouring cells that are near for one line. */
final class CellCutter {

    private static final String READ_AS_RULE = "|｜丨";
    private static final float LATIN = 0.55f;

    private CellCutter() {}

    static List<TextLine> cut(List<TextLine> lines, List<Stroke> strokes) {
        List<Stroke> vertical = strokes.stream()
                .filter(stroke -> !stroke.horizontal())
                .sorted((one, other) -> Float.compare(one.at(), other.at()))
                .toList();
        List<TextLine> cut = new ArrayList<>();
        for (TextLine line : lines) {
            TextLine rest = line;
            for (Stroke stroke : vertical) {
                rest = goesThrough(stroke, rest.box()) ? cutOnce(rest, stroke.at(), cut) : rest;
            }
            cut.add(rest);
        }
        return cut.stream().filter(line -> !line.text().isBlank()).toList();
    }

    private static boolean goesThrough(Stroke stroke, TextBox box) {
        float margin = 0.4f * box.height();
        return stroke.at() > box.left() + margin
                && stroke.at() < box.right() - margin
                && stroke.from() < box.top() + margin
                && stroke.to() > box.bottom() - margin;
    }

    private static TextLine cutOnce(TextLine line, float at, List<TextLine> cut) {
        float share = (at - line.box().left()) / line.box().width();
        int index = index(line.text(), share);
        String before = line.text().substring(0, index).strip();
        String after = line.text().substring(index).strip();
        cut.add(line.withText(withoutRule(before)).withBox(line.box().part(0, share)));
        return line.withText(withoutRule(after)).withBox(line.box().part(share, 1));
    }

    /** The place between two characters that is nearest to a share of the line's length. */
    private static int index(String text, float share) {
        double all = text.codePoints().mapToDouble(CellCutter::width).sum();
        double length = 0;
        int index = 0;
        while (index < text.length()) {
            int c = text.codePointAt(index);
            if ((length + width(c) / 2) / all > share) {
                return index;
            }
            length += width(c);
            index += Character.charCount(c);
        }
        return index;
    }

    private static double width(int c) {
        return c < 0x2000 ? LATIN : 1;
    }

    private static String withoutRule(String text) {
        String bare = text;
        while (!bare.isEmpty() && READ_AS_RULE.indexOf(bare.charAt(0)) >= 0) {
            bare = bare.substring(1);
        }
        while (!bare.isEmpty() && READ_AS_RULE.indexOf(bare.charAt(bare.length() - 1)) >= 0) {
            bare = bare.substring(0, bare.length() - 1);
        }
        return bare.strip();
    }
}
