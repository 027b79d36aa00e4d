package bangban.knowledge.parse;

import bangban.knowledge.ocr.PagePictures;
import bangban.knowledge.ocr.TextRecognisers;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pages of a PDF that are pictures of text: drawn at {@value #DPI} dpi and recognised. */
final class PdfScans {

    private static final int DPI = 200;
    private static final float POINTS_AN_INCH = 72;

    private static final Logger LOG = LoggerFactory.getLogger(PdfScans.class);

    private final PDDocument document;
    private final PDFRenderer renderer;
    private int unread;

    PdfScans(PDDocument document) {
        this.document = document;
        renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
    }

    /** The page as recognised; as it was printed where nothing is, or nothing here can recognise it. */
    PdfPage read(PdfPage printed) throws IOException, ParseException {
        if (TextRecognisers.available().isEmpty()) {
            unread++;
            return printed;
        }
        PDPage page = document.getPage(printed.number() - 1);
        PDRectangle box = page.getCropBox();
        float longest = Math.max(1, Math.max(box.getWidth(), box.getHeight()));
        float scale = Math.min(DPI / POINTS_AN_INCH, PagePictures.LONGEST_SIDE / longest);
        PdfPage recognised = RecognisedText.page(
                printed.number(), renderer.renderImage(printed.number() - 1, scale, ImageType.RGB), 1 / scale);
        return recognised.lines().isEmpty() && recognised.tables().isEmpty() ? printed : recognised;
    }

    /** A document that has text beside its scans is read without them; one that has none is refused. */
    void checkRead(List<PdfPage> pages) throws ParseException {
        if (unread > 0 && !PdfParser.hasText(pages)) {
            throw RecognisedText.nothingRecognises();
        }
        if (unread > 0) {
            LOG.warn(
                    "{} of {} pages are pictures and were left out: no text recognition is installed",
                    unread,
                    pages.size());
        }
    }
}
