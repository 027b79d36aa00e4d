package bangban.knowledge.parse;

import bangban.knowledge.ocr.PagePictures;
import bangban.knowledge.parse.ParseException.Reason;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Pictures of pages: PNG, JPEG, TIFF with a page each, BMP, GIF, WebP. Their text is recognised. */
final class ImageParser implements DocumentParser {

    /** What such files begin with; a dot is any byte. */
    private static final List<String> STARTS = List.of(
            "\u0089PNG\r\n",
            "\u00FF\u00D8\u00FF",
            "II*\0",
            "MM\0*",
            "BM....\0\0\0\0",
            "GIF87a",
            "GIF89a",
            "RIFF....WEBP");

    /** A page as wide as A4; a picture says nothing certain about its size. */
    private static final float WIDTH_IN_POINTS = 595;

    private final Limits limits;

    ImageParser(Limits limits) {
        this.limits = limits;
    }

    @Override
    public boolean reads(SourceFile file) {
        byte[] bytes = file.bytes();
        String start = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
        return STARTS.stream().anyMatch(known -> begins(start, known));
    }

    private static boolean begins(String start, String known) {
        for (int i = 0; i < known.length(); i++) {
            if (i >= start.length() || (known.charAt(i) != '.' && known.charAt(i) != start.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Outline parse(SourceFile file) throws ParseException {
        return parse(file, PageProgress.NONE);
    }

    @Override
    public Outline parse(SourceFile file, PageProgress progress) throws ParseException {
        limits.checkBytes(file);
        try (PagePictures pictures = PagePictures.open(file.bytes())) {
            int count = pictures.count();
            limits.checkPages(count);
            List<PdfPage> pages = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                pages.add(page(pictures, i));
                limits.checkCharacters(characters(pages));
                progress.page(i + 1, count, true);
            }
            return PdfParser.outline(pages);
        } catch (IOException | RuntimeException e) { // image readers report damage by unchecked exceptions, too
            throw new ParseException(Reason.CORRUPT, "the picture is damaged or of a kind that is not read", e);
        }
    }

    private static PdfPage page(PagePictures pictures, int page) throws IOException, ParseException {
        if (pictures.isAbsurd(page)) {
            throw Limits.tooLarge("picture " + (page + 1) + " has more pixels than any page");
        }
        BufferedImage picture = pictures.page(page);
        int shorter = Math.min(picture.getWidth(), picture.getHeight());
        return RecognisedText.page(page + 1, picture, WIDTH_IN_POINTS / shorter);
    }

    private static long characters(List<PdfPage> pages) {
        return pages.stream()
                .flatMap(page -> page.lines().stream())
                .mapToLong(line -> line.text().length())
                .sum();
    }
}
