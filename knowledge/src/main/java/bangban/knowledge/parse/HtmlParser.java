package bangban.knowledge.parse;

import bangban.knowledge.parse.ParseException.Reason;
import bangban.knowledge.parse.Piece.Paragraph;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** HTML pages, those saved as one file with their pictures (MHTML) among them, without scripts, navigation and what is hidden. */
final class HtmlParser implements DocumentParser {

    private static final String FURNITURE =
            "script, style, noscript, template, iframe, svg, form nav, nav, body > header, body > footer, aside, "
                    + "[hidden], [aria-hidden=true], [style~=(?i)display\\s*:\\s*none]";

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
        List<Piece> pieces = pieces(document);
        if (pieces.isEmpty()) {
            throw new ParseException(Reason.EMPTY, "the page has no text");
        }
        String title = title(document, pieces);
        limits.checkCharacters(document.body().wholeText().length());
        return StructureRecogniser.recognise(title, pieces, null);
    }

    /** What a page shows, without what all pages of its site have. */
    static List<Piece> pieces(Document document) {
        document.select(FURNITURE).remove();
        Element main = document.selectFirst("main, article, [role=main]");
        return new HtmlReader().read(main == null ? document.body() : main);
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
