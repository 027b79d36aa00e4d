package bangban.knowledge.ocr;

import bangban.knowledge.ocr.LineReader.Glyph;
import java.util.ArrayList;
import java.util.List;

/** The characters read along one box, put together again: a blank where one stands apart, a line of its own behind a wide gap. */
final class GlyphRow {

    /** Gaps in ems: the decoder tells places to an eighth of the line's height only. */
    private static final float BLANK = 0.65f;

    private static final float CELL = 1.9f;
    /** A box is this much higher than its letters' em. */
    private static final float HEIGHT_IN_EMS = 1.15f;

    private static final int FEWEST_DISTANCES = 4;
    /** Full-width marks of which half is blank, on the side of the neighbour. */
    private static final String BLANK_BEFORE = "（《〈【“‘";

    private static final String BLANK_AFTER = "，。；：、！？）》〉】”’";

    private final List<Glyph> glyphs;
    private final TextBox box;
    private final boolean upsideDown;
    private final float em;
    private final List<TextLine> lines = new ArrayList<>();

    GlyphRow(List<Glyph> glyphs, TextBox box, boolean upsideDown) {
        this.glyphs = glyphs;
        this.box = box;
        this.upsideDown = upsideDown;
        em = em();
    }

    /** The usual distance of two Chinese characters, else by the box's height; a share of the line's length. */
    private float em() {
        List<Float> distances = new ArrayList<>();
        for (int i = 1; i < glyphs.size(); i++) {
            if (isHan(glyphs.get(i)) && isHan(glyphs.get(i - 1))) {
                distances.add(glyphs.get(i).at() - glyphs.get(i - 1).at());
            }
        }
        if (distances.size() >= FEWEST_DISTANCES) {
            distances.sort(Float::compare);
            return distances.get(distances.size() / 2);
        }
        boolean tall = box.isTall();
        return (tall ? box.width() / box.height() : box.height() / box.width()) / HEIGHT_IN_EMS;
    }

    private static boolean isHan(Glyph glyph) {
        return Character.isIdeographic(glyph.text().codePointAt(0));
    }

    private float width(Glyph glyph) {
        return isLatin(glyph) ? em * 0.55f : em;
    }

    private static boolean isLatin(Glyph glyph) {
        return glyph.text().codePointAt(0) < 0x2000;
    }

    List<TextLine> lines() {
        int from = 0;
        for (int i = 1; i < glyphs.size(); i++) {
            if (!box.isTall() && !upsideDown && gap(i) > CELL * em) {
                add(from, i);
                from = i;
            }
        }
        add(from, glyphs.size());
        return lines;
    }

    /** Between a character and the one before that is no blank. */
    private float gap(int at) {
        Glyph glyph = glyphs.get(at);
        int before = at - 1;
        while (before > 0 && glyphs.get(before).text().isBlank()) {
            before--;
        }
        boolean halfBlank = BLANK_BEFORE.contains(glyph.text())
                || BLANK_AFTER.contains(glyphs.get(before).text());
        float blank = halfBlank ? em / 2 : 0;
        return glyph.at() - glyphs.get(before).at() - (width(glyph) + width(glyphs.get(before))) / 2 - blank;
    }

    private void add(int from, int to) {
        StringBuilder text = new StringBuilder();
        double confidence = 0;
        if (from == to) {
            return;
        }
        Glyph before = glyphs.get(from);
        for (int i = from; i < to; i++) {
            Glyph glyph = glyphs.get(i);
            if (!glyph.text().isBlank() && !text.isEmpty()) {
                boolean told = glyphs.get(i - 1).text().isBlank() && isLatin(glyph) && isLatin(before);
                text.append(gap(i) > BLANK * em ? "\u3000" : told ? " " : "");
            }
            text.append(glyph.text().strip());
            before = glyph.text().isBlank() ? before : glyph;
            confidence += glyph.confidence();
        }
        if (!text.isEmpty()) {
            float start = from == 0 ? 0 : glyphs.get(from).at() - width(glyphs.get(from)) / 2;
            Glyph last = glyphs.get(to - 1);
            float end = to == glyphs.size() ? 1 : last.at() + width(last) / 2;
            TextBox part = start == 0 && end == 1 ? box : box.part(Math.max(0, start), Math.min(1, end));
            lines.add(new TextLine(text.toString(), part, (float) (confidence / (to - from)), upsideDown));
        }
    }
}
