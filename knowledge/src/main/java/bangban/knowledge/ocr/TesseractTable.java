package bangban.knowledge.ocr;

import java.util.ArrayList;
import java.util.List;

/** Tesseract's table of words (TSV), its words joined into lines again and parted where a wide gap lies between. */
final class TesseractTable {

    private static final String WORD = "5";
    private static final int COLUMNS = 12;
    /** In heights of a word. */
    private static final float CELL = 1.6f;

    private static final float BLANK = 1.2f;

    private record Word(String line, float left, float top, float right, float bottom, float confidence, String text) {}

    private TesseractTable() {}

    static List<TextLine> lines(String table) {
        List<TextLine> lines = new ArrayList<>();
        List<Word> line = new ArrayList<>();
        for (String row : table.split("\n", -1)) {
            String[] columns = row.split("\t", COLUMNS);
            if (columns.length == COLUMNS && columns[0].equals(WORD) && !columns[11].isBlank()) {
                Word word = word(columns);
                if (!line.isEmpty()
                        && (!word.line().equals(line.getLast().line()) || gap(line.getLast(), word) > CELL)) {
                    lines.add(line(line));
                    line.clear();
                }
                line.add(word);
            }
        }
        if (!line.isEmpty()) {
            lines.add(line(line));
        }
        return lines;
    }

    private static Word word(String[] columns) {
        float left = Float.parseFloat(columns[6]);
        float top = Float.parseFloat(columns[7]);
        return new Word(
                String.join("/", columns[1], columns[2], columns[3], columns[4]),
                left,
                top,
                left + Float.parseFloat(columns[8]),
                top + Float.parseFloat(columns[9]),
                Float.parseFloat(columns[10]) / 100,
                columns[11].strip());
    }

    private static float gap(Word before, Word after) {
        float height = Math.max(before.bottom() - before.top(), after.bottom() - after.top());
        return (after.left() - before.right()) / Math.max(1, height);
    }

    private static TextLine line(List<Word> words) {
        StringBuilder text = new StringBuilder();
        float top = words.getFirst().top();
        float bottom = words.getFirst().bottom();
        double confidence = 0;
        Word before = words.getFirst();
        for (Word word : words) {
            boolean chinese = isHan(before.text().codePointBefore(before.text().length()))
                    || isHan(word.text().codePointAt(0));
            if (!text.isEmpty() && (!chinese || gap(before, word) > BLANK)) {
                text.append(' ');
            }
            text.append(word.text());
            top = Math.min(top, word.top());
            bottom = Math.max(bottom, word.bottom());
            confidence += word.confidence();
            before = word;
        }
        TextBox box = TextBox.upright(words.getFirst().left(), top, before.right(), bottom);
        return new TextLine(text.toString(), box, (float) (confidence / words.size()), false);
    }

    private static boolean isHan(int c) {
        return Character.isIdeographic(c) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFFEF);
    }
}
