package bangban.knowledge.parse;

import bangban.knowledge.parse.Piece.Paragraph;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.model.StyleDescription;
import org.apache.poi.hwpf.usermodel.Range;
import org.jspecify.annotations.Nullable;

/** The body of an old Word document, and its text boxes behind it, into pieces. */
final class OldWordReader {

    /** Of paragraphs that are no headings. */
    private static final int BODY_TEXT = 9;

    private final HWPFDocument document;
    private final OldWordNumbering numbering = new OldWordNumbering();
    private final OldWordText text;
    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder title = new StringBuilder();

    OldWordReader(HWPFDocument document) {
        this.document = document;
        this.text = new OldWordText(document);
    }

    List<Piece> read() {
        range(document.getRange());
        range(document.getMainTextboxRange());
        return pieces;
    }

    /** What stands in the title style, null where nothing does. */
    @Nullable
    String title() {
        return title.isEmpty() ? null : title.toString();
    }

    private void range(Range range) {
        int i = 0;
        while (i < range.numParagraphs()) {
            var paragraph = range.getParagraph(i);
            if (paragraph.isInTable()) {
                var table = range.getTable(paragraph);
                pieces.addAll(OldWordTable.read(table, cell -> cellText(cell)));
                i += Math.max(1, table.numParagraphs());
            } else {
                paragraph(paragraph);
                i++;
            }
        }
    }

    private void paragraph(org.apache.poi.hwpf.usermodel.Paragraph paragraph) {
        String style = style(paragraph);
        if (StyleNames.isContents(style)) {
            return;
        }
        String shown = text.of(paragraph);
        if (!shown.isBlank()) {
            int heading = heading(paragraph, style);
            if (StyleNames.isTitle(style)) {
                title.append(PlainText.line(shown));
            }
            String number = numbering.next(paragraph);
            for (String line : (number + shown.stripLeading()).split("\n", -1)) {
                String plain = PlainText.line(line);
                if (!plain.isEmpty()) {
                    pieces.add(new Paragraph(plain, heading));
                }
            }
        }
        pieces.addAll(text.takeNotes());
    }

    private String cellText(Range cell) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cell.numParagraphs(); i++) {
            var paragraph = cell.getParagraph(i);
            String shown = text.of(paragraph);
            if (!shown.isBlank()) {
                line.append(line.isEmpty() ? "" : " ")
                        .append(numbering.next(paragraph))
                        .append(shown);
            }
        }
        return PlainText.cell(line.toString());
    }

    private static int heading(org.apache.poi.hwpf.usermodel.Paragraph paragraph, String style) {
        if (StyleNames.isTitle(style)) {
            return 1;
        }
        int level = paragraph.getLvl();
        if (level >= 0 && level < BODY_TEXT) {
            return level + 2;
        }
        int named = StyleNames.heading(style);
        return named == 0 ? 0 : named + 1;
    }

    private String style(org.apache.poi.hwpf.usermodel.Paragraph paragraph) {
        StyleDescription style = document.getStyleSheet().getStyleDescription(paragraph.getStyleIndex());
        return style == null || style.getName() == null ? "" : style.getName();
    }
}
