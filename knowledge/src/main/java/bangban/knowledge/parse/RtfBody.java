package bangban.knowledge.parse;

import bangban.knowledge.parse.Piece.Paragraph;
import bangban.knowledge.parse.RtfState.Destination;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The paragraphs, tables and notes of rich text as they come to their ends. */
final class RtfBody {

    private final List<Piece> pieces = new ArrayList<>();
    private final Map<Integer, StringBuilder> styles = new HashMap<>();
    private final Map<Integer, Integer> styleLevels = new HashMap<>();
    private final RtfTable table = new RtfTable();
    private final StringBuilder line = new StringBuilder();
    private final StringBuilder listNumber = new StringBuilder();
    private final StringBuilder note = new StringBuilder();
    private final StringBuilder title = new StringBuilder();
    private final List<Piece> notes = new ArrayList<>();
    private int noteCount;

    void text(String text, RtfState state) {
        switch (state.destination) {
            case BODY -> line.append(text);
            case LIST_NUMBER -> listNumber.append(text);
            case FOOTNOTE -> note.append(text);
            case STYLES ->
                styles.computeIfAbsent(state.entry, number -> new StringBuilder())
                        .append(text);
            case FONTS, NOWHERE -> {}
        }
    }

    /** Of a style in the style sheet. */
    void style(int style, String word, int number) {
        if (word.equals("outlinelevel")) {
            styleLevels.put(style, number);
        }
    }

    void beginNote() {
        note.setLength(0);
        noteCount++;
        line.append("〔注").append(noteCount).append('〕');
    }

    void endNote() {
        String label = "注" + noteCount;
        notes.add(new Paragraph(label + "：" + PlainText.line(note.toString()), 0, label, null));
    }

    void word(String word, int number, RtfState state) {
        switch (word) {
            case "pard" -> state.resetParagraph();
            case "s" -> state.style = number;
            case "outlinelevel" -> state.outlineLevel = number;
            case "ilvl" -> state.listLevel = Math.max(0, number);
            case "intbl" -> state.inTable = true;
            case "par", "sect", "page", "column", "nestcell" -> endParagraph(state);
            case "cell" -> table.endCell(takeLine(state));
            case "row" -> table.endRow();
            default -> table.define(word, number);
        }
    }

    private void endParagraph(RtfState state) {
        if (state.destination == Destination.FOOTNOTE) {
            note.append(' ');
        } else if (state.destination != Destination.BODY) {
            return;
        } else if (state.inTable) {
            table.add(takeLine(state));
        } else {
            pieces.addAll(table.take());
            paragraph(state);
        }
    }

    private void paragraph(RtfState state) {
        String style = styleName(state);
        String shown = takeLine(state);
        if (!StyleNames.isContents(style) && !shown.isBlank()) {
            if (StyleNames.isTitle(style)) {
                title.append(PlainText.line(shown));
            }
            int heading = heading(state, style);
            for (String one : shown.split("\n", -1)) {
                String plain = PlainText.line(one);
                if (!plain.isEmpty()) {
                    pieces.add(new Paragraph(plain, heading));
                }
            }
        }
        pieces.addAll(notes);
        notes.clear();
    }

    private String takeLine(RtfState state) {
        String text = line.toString();
        String number = PlainText.line(listNumber.toString());
        line.setLength(0);
        listNumber.setLength(0);
        if (number.isEmpty() || text.isBlank()) {
            return text;
        }
        boolean bullet = number.codePoints().noneMatch(Character::isLetterOrDigit);
        return (bullet ? LineStart.bullet(state.listLevel) : number) + " " + text.stripLeading();
    }

    private int heading(RtfState state, String style) {
        if (StyleNames.isTitle(style)) {
            return 1;
        }
        int level = state.outlineLevel >= 0 ? state.outlineLevel : styleLevels.getOrDefault(state.style, -1);
        if (level >= 0 && level < 9) {
            return level + 2;
        }
        int named = StyleNames.heading(style);
        return named == 0 ? 0 : named + 1;
    }

    private String styleName(RtfState state) {
        String name = styles.getOrDefault(state.style, new StringBuilder()).toString();
        return name.replaceFirst(";.*", "");
    }

    /** All pieces, the last paragraph's among them. */
    List<Piece> finish(RtfState state) {
        pieces.addAll(table.take());
        paragraph(state);
        return pieces;
    }

    @Nullable
    String title() {
        return title.isEmpty() ? null : title.toString();
    }
}
