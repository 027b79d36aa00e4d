package bangban.knowledge.parse;

import bangban.knowledge.parse.Piece.Paragraph;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Range;

/** The visible text of an old Word document's paragraphs, a footnote's mark as 〔注1〕. */
final class OldWordText {

    private static final char NOTE_MARK = '\u0002';
    private static final char LINE_BREAK = '\u000B';
    private static final char HARD_HYPHEN = '\u001E';

    private final HWPFDocument document;
    private final List<Piece> notes = new ArrayList<>();

    OldWordText(HWPFDocument document) {
        this.document = document;
    }

    String of(Range paragraph) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
            CharacterRun run = paragraph.getCharacterRun(i);
            if (run.isMarkedDeleted() || run.isVanished()) {
                continue;
            }
            String raw = run.text();
            for (int at = 0; at < raw.length(); at++) {
                character(raw.charAt(at), run.getStartOffset() + at, run.isSpecialCharacter(), text);
            }
        }
        return Range.stripFields(text.toString());
    }

    private void character(char c, int at, boolean special, StringBuilder text) {
        switch (c) {
            case NOTE_MARK -> {
                if (special) {
                    note(at, text);
                }
            }
            case LINE_BREAK -> text.append('\n');
            case HARD_HYPHEN -> text.append('-');
            case '\r', '\f', '\u0001', '\u0007', '\u0008', '\u001F' -> {}
            case '\t' -> text.append(' ');
            default -> text.append(c);
        }
    }

    private void note(int at, StringBuilder text) {
        int index = document.getFootnotes().getNoteIndexByAnchorPosition(at);
        if (index < 0) {
            return;
        }
        String all = document.getFootnoteRange().text();
        int start = document.getFootnotes().getNoteTextStartOffset(index);
        int end = Math.min(document.getFootnotes().getNoteTextEndOffset(index), all.length());
        String label = "注" + (index + 1);
        text.append('〔').append(label).append('〕');
        if (start < end) {
            String body = PlainText.line(Range.stripFields(all.substring(start, end)));
            notes.add(new Paragraph(label + "：" + body, 0, label, null));
        }
    }

    /** The footnotes whose marks were met since the last call. */
    List<Piece> takeNotes() {
        List<Piece> taken = List.copyOf(notes);
        notes.clear();
        return taken;
    }
}
