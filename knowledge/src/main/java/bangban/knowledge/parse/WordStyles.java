package bangban.knowledge.parse;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;

/** What a paragraph's style says of it, through all styles it is based on. */
final class WordStyles {

    private static final int BODY_TEXT = 9;

    private final XWPFDocument document;

    WordStyles(XWPFDocument document) {
        this.document = document;
    }

    /** A paragraph's list and level in it. */
    record ListLevel(BigInteger list, int level) {}

    /** 1 for the title, 2 for the first level of headings and so on; 0 where it is none. */
    int heading(XWPFParagraph paragraph) {
        if (isTitle(paragraph)) {
            return 1;
        }
        var properties = paragraph.getCTP().getPPr();
        if (properties != null && properties.isSetOutlineLvl()) {
            int level = properties.getOutlineLvl().getVal().intValue();
            return level < BODY_TEXT ? level + 2 : 0;
        }
        Set<String> seen = new HashSet<>();
        XWPFStyle style = style(paragraph.getStyle());
        while (style != null && seen.add(style.getStyleId())) {
            CTPPrGeneral general = style.getCTStyle().getPPr();
            if (general != null && general.isSetOutlineLvl()) {
                int level = general.getOutlineLvl().getVal().intValue();
                return level < BODY_TEXT ? level + 2 : 0;
            }
            int named = StyleNames.heading(name(style));
            if (named > 0) {
                return named + 1;
            }
            style = style(style.getBasisStyleID());
        }
        return 0;
    }

    boolean isTitle(XWPFParagraph paragraph) {
        XWPFStyle style = style(paragraph.getStyle());
        return style != null && StyleNames.isTitle(name(style));
    }

    /** True for an entry of the table of contents. */
    boolean isContents(XWPFParagraph paragraph) {
        XWPFStyle style = style(paragraph.getStyle());
        return style != null && StyleNames.isContents(name(style));
    }

    /** The list a paragraph is in, by itself or by its style; null where it is in none. */
    @Nullable
    ListLevel list(XWPFParagraph paragraph) {
        var properties = paragraph.getCTP().getPPr();
        CTNumPr own = properties != null && properties.isSetNumPr() ? properties.getNumPr() : null;
        BigInteger list = own != null && own.isSetNumId() ? own.getNumId().getVal() : null;
        Integer level = own != null && own.isSetIlvl() ? own.getIlvl().getVal().intValue() : null;
        Set<String> seen = new HashSet<>();
        XWPFStyle style = style(paragraph.getStyle());
        while (list == null && style != null && seen.add(style.getStyleId())) {
            CTPPrGeneral general = style.getCTStyle().getPPr();
            if (general != null && general.isSetNumPr()) {
                CTNumPr inherited = general.getNumPr();
                list = inherited.isSetNumId() ? inherited.getNumId().getVal() : null;
                level = level == null && inherited.isSetIlvl()
                        ? Integer.valueOf(inherited.getIlvl().getVal().intValue())
                        : level;
            }
            style = style(style.getBasisStyleID());
        }
        return list == null || list.signum() == 0 ? null : new ListLevel(list, level == null ? 0 : level);
    }

    private @Nullable XWPFStyle style(@Nullable String id) {
        return id == null || document.getStyles() == null
                ? null
                : document.getStyles().getStyle(id);
    }

    private static String name(XWPFStyle style) {
        String name = style.getName();
        return name == null ? "" : name;
    }
}
