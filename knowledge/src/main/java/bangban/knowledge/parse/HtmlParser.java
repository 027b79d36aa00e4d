package bangban.knowledge.parse;

import bangban.knowledge.parse.ParseException.Reason;
import bangban.knowledge.parse.Piece.Paragraph;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** HTML pages, without scripts, navigation and what is hidden. */
final class HtmlParser implements DocumentParser {

    private static final String FURNITURE =
            "script, style, noscript, template, iframe, svg, form nav, nav, body > header, body > footer, aside, "
                    + "[hidden], [aria-hidden=true], [style~=(?i)display\\s*:\\s*none]";
    private static final int SAMPLE = 1024;

    private final Limits limits;

    HtmlParser(Limits limits) {
        this.limits = limits;
    }

    @Override
    public boolean reads(SourceFile file) {
        String name = file.name().toLowerCase(Locale.ROOT);
        if (name.endsWith(".html") || name.endsWith(".htm") || name.endsWith(".xhtml")) {
            return true;
        }
        if (name.endsWith(".md") || name.endsWith(".txt")) {
            return false;
        }
        byte[] bytes = file.bytes();
        String start = new String(bytes, 0, Math.min(bytes.length, SAMPLE), StandardCharsets.ISO_8859_1)
                .strip()
                .toLowerCase(Locale.ROOT);
        return start.startsWith("<!doctype html") || start.startsWith("<html");
    }

    @Override
    public Outline parse(SourceFile file) throws ParseException {
        limits.checkBytes(file);
        Document document = document(file);
        document.select(FURNITURE).remove();
        Element main = document.selectFirst("main, article, [role=main]");
        HtmlReader reader = new HtmlReader();
        List<Piece> pieces = reader.read(main == null ? document.body() : main);
        if (pieces.isEmpty()) {
            throw new ParseException(Reason.EMPTY, "the page has no text");
        }
        String title = title(document, pieces);
        limits.checkCharacters(document.body().wholeText().length());
        return StructureRecogniser.recognise(title, pieces, null);
    }

    private static Document document(SourceFile file) throws ParseException {
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
