package bangban.knowledge.parse;

import bangban.knowledge.parse.ParseException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.sl.usermodel.SlideShow;
import org.apache.poi.xslf.usermodel.XMLSlideShow;

/** PowerPoint files (.pptx): a page for each slide that is shown, with its title, lists, tables, charts and notes. */
final class PowerPointParser implements DocumentParser {

    private final Limits limits;

    PowerPointParser(Limits limits) {
        this.limits = limits;
    }

    @Override
    public boolean reads(SourceFile file) {
        return file.isNamed(".pptx", ".pptm", ".ppsx", ".potx");
    }

    @Override
    public Outline parse(SourceFile file) throws ParseException {
        OfficeFile.check(file, limits);
        try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(file.bytes()))) {
            return outline(show, file, limits);
        } catch (IOException | RuntimeException e) { // POI reports damage by many unchecked exceptions
            throw OfficeFile.failure(e);
        }
    }

    static Outline outline(SlideShow<?, ?> show, SourceFile file, Limits limits) throws ParseException {
        limits.checkPages(show.getSlides().size());
        SlideReader reader = new SlideReader();
        List<Piece> pieces = reader.read(show);
        if (!reader.hasText()) {
            throw new ParseException(Reason.NO_TEXT, "no slide has text");
        }
        String title = reader.title() == null ? file.stem() : reader.title();
        Outline outline =
                StructureRecogniser.recognise(title, pieces, show.getSlides().size());
        limits.checkCharacters(outline.text().length());
        return outline;
    }
}
