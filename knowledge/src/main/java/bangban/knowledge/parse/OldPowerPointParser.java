package bangban.knowledge.parse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;

/** PowerPoint files until 2003 (.ppt, .dps), read as the newer ones are. */
final class OldPowerPointParser implements DocumentParser {

    private final Limits limits;

    OldPowerPointParser(Limits limits) {
        this.limits = limits;
    }

    @Override
    public boolean reads(SourceFile file) {
        return file.isNamed(".ppt", ".pps", ".pot", ".dps");
    }

    @Override
    public Outline parse(SourceFile file) throws ParseException {
        OfficeFile.checkOld(file, limits);
        try (HSLFSlideShow show = new HSLFSlideShow(new ByteArrayInputStream(file.bytes()))) {
            return PowerPointParser.outline(show, file, limits);
        } catch (IOException | RuntimeException e) { // POI reports damage by many unchecked exceptions
            throw OfficeFile.failure(e);
        }
    }
}
