package bangban.knowledge.parse;

import bangban.knowledge.parse.ParseException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** OpenDocument texts, sheets and presentations (.odt, .ods, .odp), as LibreOffice and others write them. */
record OpenDocumentParser(Kind kind, Limits limits) implements DocumentParser {

    /** Which of the three. */
    enum Kind {
        TEXT(".odt", ".ott"),
        SHEETS(".ods", ".ots"),
        SLIDES(".odp", ".otp");

        private final String[] endings;

        Kind(String... endings) {
            this.endings = endings;
        }
    }

    @Override
    public boolean reads(SourceFile file) {
        return file.isNamed(kind.endings);
    }

    @Override
    public Outline parse(SourceFile file) throws ParseException {
        XmlZip zip = XmlZip.open(file, limits);
        Document content = zip.needed("content.xml");
        List<Document> parts = new ArrayList<>();
        zip.part("styles.xml").ifPresent(parts::add);
        parts.add(content);
        OpenDocumentStyles styles = new OpenDocumentStyles(parts);
        Element body = Optional.ofNullable(content.selectFirst("office|body"))
                .orElseThrow(() -> new ParseException(Reason.CORRUPT, "the file has no body"));
        Outline outline = switch (kind) {
            case TEXT -> text(body, styles);
            case SHEETS -> sheets(body, styles, file);
            case SLIDES -> slides(body, styles, file);
        };
        limits.checkCharacters(outline.text().length());
        return outline;
    }

    private static Outline text(Element body, OpenDocumentStyles styles) throws ParseException {
        OpenDocumentText text = new OpenDocumentText(styles, null);
        text.read(body);
        return outline(text.title(), text.pieces(), null);
    }

    private static Outline sheets(Element body, OpenDocumentStyles styles, SourceFile file) throws ParseException {
        List<Piece> pieces = new ArrayList<>();
        for (Element table : body.select("office|spreadsheet > table|table")) {
            if (!styles.hides(table.attr("table:style-name"))) {
                pieces.addAll(SheetReader.named(new OpenDocumentSheet(table)));
            }
        }
        return outline(file.stem(), pieces, null);
    }

    private Outline slides(Element body, OpenDocumentStyles styles, SourceFile file) throws ParseException {
        List<Element> slides = body.select("draw|page");
        limits.checkPages(slides.size());
        List<Piece> pieces = new ArrayList<>();
        String title = null;
        for (int i = 0; i < slides.size(); i++) {
            if (!styles.hides(slides.get(i).attr("draw:style-name"))) {
                OpenDocumentSlide slide = new OpenDocumentSlide(slides.get(i), i + 1, styles);
                title = pieces.isEmpty() ? slide.title() : title;
                pieces.addAll(slide.read());
            }
        }
        return outline(title == null ? file.stem() : title, pieces, slides.size());
    }

    private static Outline outline(@Nullable String title, List<Piece> pieces, @Nullable Integer pages)
            throws ParseException {
        if (pieces.isEmpty()) {
            throw new ParseException(Reason.NO_TEXT, "the file shows no text");
        }
        return StructureRecogniser.recognise(title, pieces, pages);
    }
}
