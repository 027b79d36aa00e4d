package bangban.knowledge.parse;

import bangban.knowledge.parse.ParseException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/** PDF files. Pages that are pictures of text are read by recognising it, the others by their text layer. */
final class PdfParser implements DocumentParser {

    private static final int HEADER_WITHIN = 1024;

    private final Limits limits;

    PdfParser(Limits limits) {
        this.limits = limits;
    }

    @Override
    public boolean reads(SourceFile file) {
        byte[] bytes = file.bytes();
        String start = new String(bytes, 0, Math.min(bytes.length, HEADER_WITHIN), StandardCharsets.ISO_8859_1);
        return start.contains("%PDF-") || file.name().toLowerCase(Locale.ROOT).endsWith(".pdf");
    }

    @Override
    public Outline parse(SourceFile file) throws ParseException {
        return parse(file, PageProgress.NONE);
    }

    @Override
    public Outline parse(SourceFile file, PageProgress progress) throws ParseException {
        limits.checkBytes(file);
        try (PDDocument document = Loader.loadPDF(file.bytes())) {
            limits.checkPages(document.getNumberOfPages());
            List<PdfPage> printed = PdfLines.of(document, limits, progress);
            return outline(printed);
        } catch (InvalidPasswordException e) {
            throw new ParseException(Reason.ENCRYPTED, "the file is protected by a password", e);
        } catch (IOException | RuntimeException e) { // PDFBox reports damage by many unchecked exceptions
            throw new ParseException(Reason.CORRUPT, "the file is damaged", e);
        }
    }

    /** What the pages say, all of them read. */
    static Outline outline(List<PdfPage> pages) throws ParseException {
        if (!hasText(pages)) {
            throw new ParseException(Reason.NO_TEXT, "the pages have no text");
        }
        return StructureRecogniser.recognise(null, pieces(PdfFurniture.removed(pages)), pages.size());
    }

    /** Some letters, and not only signs that no font explains. */
    static boolean hasText(List<PdfPage> pages) {
        return pages.stream().anyMatch(page -> page.tables().stream().anyMatch(PdfGrid::hasText))
                || pages.stream().flatMap(page -> page.lines().stream()).anyMatch(line -> hasLetters(line.text()));
    }

    static boolean hasLetters(String text) {
        return text.codePoints().anyMatch(c -> Character.isLetterOrDigit(c) && c != 0xFFFD);
    }

    private static List<Piece> pieces(List<PdfPage> pages) {
        PdfParagraphs paragraphs = new PdfParagraphs(pages);
        for (PdfPage page : pages) {
            List<PdfGrid> tables = new ArrayList<>(page.tables());
            List<PdfLine> lines = page.lines();
            int i = 0;
            while (i < lines.size()) {
                while (!tables.isEmpty()
                        && tables.getFirst().top() < lines.get(i).y()) {
                    paragraphs.add(tables.removeFirst().table(page.number()));
                }
                PdfTables.Found found = found(page, i, paragraphs.lastTable());
                if (found == null) {
                    paragraphs.add(lines.get(i));
                    i++;
                } else {
                    paragraphs.add(found.table());
                    i += found.lines();
                }
            }
            tables.forEach(table -> paragraphs.add(table.table(page.number())));
        }
        return paragraphs.pieces();
    }

    private static PdfTables.@Nullable Found found(PdfPage page, int line, @Nullable PrintedTable before) {
        PdfTables.Found found = PdfTables.at(page, line);
        return found == null && line == 0 && before != null ? PdfTables.continuing(before, page) : found;
    }
}
