package bangban.knowledge.parse;

import bangban.knowledge.parse.ParseException.Reason;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Electronic books (.epub): their pages in reading order, read as web pages are. */
final class EpubParser implements DocumentParser {

    private final Limits limits;

    EpubParser(Limits limits) {
        this.limits = limits;
    }

    @Override
    public boolean reads(SourceFile file) {
        return file.isNamed(".epub");
    }

    @Override
    public Outline parse(SourceFile file) throws ParseException {
        XmlZip zip = XmlZip.open(file, limits);
        boolean locked = zip.part("META-INF/encryption.xml")
                .filter(encryption -> encryption.select("*").stream()
                        .anyMatch(element -> element.attr("URI").matches("(?i).*\\.x?html?")))
                .isPresent();
        if (locked) {
            throw new ParseException(Reason.ENCRYPTED, "the book is locked");
        }
        Element root = zip.needed("META-INF/container.xml").selectFirst("rootfile");
        String packagePath = root == null ? "" : root.attr("full-path");
        Document book = zip.needed(packagePath);
        List<Piece> pieces = new ArrayList<>();
        for (String page : pages(book, packagePath)) {
            Optional<byte[]> bytes = zip.bytes(page);
            if (bytes.isPresent()) {
                Document html = Jsoup.parse(new String(bytes.get(), StandardCharsets.UTF_8));
                pieces.addAll(HtmlParser.pieces(html));
            }
        }
        if (pieces.isEmpty()) {
            throw new ParseException(Reason.NO_TEXT, "the book has no text");
        }
        Element title = book.selectFirst("dc|title");
        Outline outline = StructureRecogniser.recognise(
                title == null || title.text().isBlank() ? null : PlainText.line(title.text()), pieces, null);
        limits.checkCharacters(outline.text().length());
        return outline;
    }

    /** The pages in the order of the spine, without the table of contents. */
    private static List<String> pages(Document book, String packagePath) {
        Map<String, String> paths = new HashMap<>();
        for (Element item : book.select("manifest > item")) {
            boolean contents = item.attr("properties").contains("nav");
            if (!contents && item.attr("media-type").contains("html")) {
                paths.put(item.attr("id"), resolved(packagePath, item.attr("href")));
            }
        }
        return book.select("spine > itemref").stream()
                .map(reference -> paths.get(reference.attr("idref")))
                .filter(path -> path != null && !path.isEmpty())
                .toList();
    }

    private static String resolved(String packagePath, String href) {
        try {
            String plain = URLDecoder.decode(href.replace("+", "%2B"), StandardCharsets.UTF_8);
            return Path.of("/" + packagePath)
                    .resolveSibling(plain)
                    .normalize()
                    .toString()
                    .substring(1);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
