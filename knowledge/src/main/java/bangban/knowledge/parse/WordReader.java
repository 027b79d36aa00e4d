package bangban.knowledge.parse;

import bangban.knowledge.parse.Piece.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFootnote;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.xmlbeans.XmlCursor;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFtnEdnRef;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;

/** The body of a Word document into pieces. */
final class WordReader {

    private final XWPFDocument document;
    private final WordStyles styles;
    private final WordNumbering numbering;
    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder title = new StringBuilder();

    WordReader(XWPFDocument document) {
        this.document = document;
        this.styles = new WordStyles(document);
        this.numbering = new WordNumbering(document, styles);
    }

    List<Piece> read() {
        body(document.getBodyElements());
        return pieces;
    }

    /** What stands in the title style, null where nothing does. */
    @Nullable
    String title() {
        return title.isEmpty() ? null : title.toString();
    }

    private void body(List<IBodyElement> elements) {
        for (IBodyElement element : elements) {
            switch (element) {
                case XWPFParagraph paragraph -> paragraph(paragraph);
                case XWPFTable table -> pieces.addAll(table(table));
                case XWPFSDT control -> control(control);
                default -> {}
            }
        }
    }

    /** A content control; POI gives its text only. A table of contents is one and is left to the filter. */
    private void control(XWPFSDT control) {
        control.getContent()
                .getText()
                .lines()
                .map(PlainText::line)
                .filter(line -> !line.isEmpty())
                .forEach(line -> pieces.add(new Paragraph(line)));
    }

    private void paragraph(XWPFParagraph paragraph) {
        if (styles.isContents(paragraph)) {
            return;
        }
        List<XWPFFootnote> notes = new ArrayList<>();
        String text = text(paragraph, notes);
        if (!text.isBlank()) {
            String number = numbering.next(paragraph);
            int heading = styles.heading(paragraph);
            if (styles.isTitle(paragraph)) {
                title.append(PlainText.line(text));
            }
            String[] lines = text.split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                String line = PlainText.line(i == 0 ? number + lines[i].stripLeading() : lines[i]);
                if (!line.isEmpty()) {
                    pieces.add(new Paragraph(line, heading));
                }
            }
        }
        for (XWPFFootnote note : notes) {
            String label = "注" + note.getId();
            String body = note.getParagraphs().stream()
                    .map(one -> PlainText.line(text(one, new ArrayList<>())))
                    .collect(Collectors.joining());
            pieces.add(new Paragraph(label + "：" + body, 0, label, null));
        }
    }

    /** The visible text, a footnote's mark as 〔注1〕; {@code notes} takes what the marks point to. */
    private String text(XWPFParagraph paragraph, List<XWPFFootnote> notes) {
        StringBuilder text = new StringBuilder();
        for (XWPFRun run : paragraph.getRuns()) {
            if (run.isVanish()) {
                continue;
            }
            CTR xml = run.getCTR();
            for (CTFtnEdnRef reference : xml.getFootnoteReferenceList()) {
                XWPFFootnote note = document.getFootnoteByID(reference.getId().intValue());
                if (note != null) {
                    text.append("〔注").append(note.getId()).append('〕');
                    notes.add(note);
                }
            }
            if (xml.sizeOfFootnoteReferenceArray() == 0) {
                text.append(run.text());
            }
            textBoxes(xml, text);
        }
        return text.toString().replace('\t', ' ');
    }

    /** Text in boxes drawn over the page: its paragraphs follow the line they hang on. */
    private static void textBoxes(CTR run, StringBuilder text) {
        if (run.sizeOfDrawingArray() == 0
                && run.sizeOfPictArray() == 0
                && !run.xmlText().contains("txbxContent")) {
            return;
        }
        String namespaces = "declare namespace w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' "
                + "declare namespace mc='http://schemas.openxmlformats.org/markup-compatibility/2006' ";
        try (XmlCursor cursor = run.newCursor()) {
            cursor.selectPath(namespaces + ".//w:txbxContent//w:t");
            boolean any = false;
            StringBuilder box = new StringBuilder();
            while (cursor.toNextSelection()) {
                any = true;
                box.append(cursor.getTextValue());
            }
            if (any) {
                text.append('\n').append(once(box.toString()));
            }
        }
    }

    /** A box is stored twice, for new and for old versions of Word. */
    private static String once(String text) {
        int half = text.length() / 2;
        return text.length() % 2 == 0 && text.substring(0, half).equals(text.substring(half))
                ? text.substring(0, half)
                : text;
    }

    private List<Piece> table(XWPFTable table) {
        return WordTable.read(table, paragraph -> {
            List<XWPFFootnote> notes = new ArrayList<>();
            String text = text(paragraph, notes);
            return text.isBlank() ? "" : numbering.next(paragraph) + text;
        });
    }
}
