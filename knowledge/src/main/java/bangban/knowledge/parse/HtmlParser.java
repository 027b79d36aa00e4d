package bangban.knowledge.parse;

import bangban.knowledge.parse.ParseException.Reason;
import bangban.knowledge.parse.Piece.Paragraph;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** HTML pages, those saved as one file with their pictures (MHTML) among them: their main content. */
final class HtmlParser implements DocumentParser {

    private final Limits limits;

    HtmlParser(Limits limits) {
        this.limits = limits;
    }

    @Override
    public boolean reads(SourceFile file) {
        return file.isNamed(".html", ".htm", ".xhtml", ".mht", ".mhtml");
    }

    @Override
    public Outline parse(SourceFile file) throws ParseException {
        limits.checkBytes(file);
        Document document = document(file);
        List<Piece> pieces = new HtmlReader().read(MainContent.of(document));
        if (pieces.isEmpty()) {
            throw new ParseException(Reason.EMPTY, "the page has no text");
        }
        String title = title(document, pieces);
        limits.checkCharacters(document.body().wholeText().length());
        return StructureRecogniser.recognise(title, pieces, null);
    }

    /** The text of a mail or of a book's page, which have no site around them whose links would be in the way. */
    static List<Piece> pieces(Document document) {
        return new HtmlReader().read(MainContent.named(document));
    }

    private static Document document(SourceFile file) throws ParseException {
        if (FormatSignature.isMime(file)) {
            return MimeMail.page(file);
        }
        try {
            return Jsoup.parse(new ByteArrayInputStream(file.bytes()), null, "");
        } catch (IOException | IllegalArgumentException e) {
            throw new ParseException(Reason.CORRUPT, "the page cannot be read", e);
        }
    }

    /** The only heading of the first level, else the page's title; null lets the first line decide. */
    private static @Nullable String title(Document document, List<Piece> pieces) {
        List<Paragraph> first = pieces.stream()
                .filter(Paragraph.class::isInstance)
                .map(Paragraph.class::cast)
                .filter(paragraph -> paragraph.heading() == 1)
                .toList();
        if (first.size() == 1) {
            return first.getFirst().text();
        }
        String title = PlainText.line(document.title());
        return title.isEmpty() ? null : title;
    }
}
