package bangban.knowledge.chunk;

import bangban.knowledge.parse.Block;
import bangban.knowledge.parse.BlockKind;
import bangban.knowledge.parse.Outline;
import bangban.language.clause.ChineseNumerals;
import java.util.ArrayList;
import java.util.List;

/**
 * Names every block of a section as citations do. 款 are counted only where a 条 has more than one; a list belongs to the 款 before
 * it; where the 条 has one 款 its entries are 第三条第一项.
 */
final class Entries {

    private final Outline outline;
    private final Section section;
    private final boolean countParagraphs;
    private final List<Entry> entries = new ArrayList<>();
    private List<String> header = List.of();
    private String leadIn = "";
    private String upperLeadIn = "";
    private int paragraph;
    private int upper;
    private int lower;
    private int topLevel;

    private Entries(Outline outline, Section section) {
        this.outline = outline;
        this.section = section;
        countParagraphs =
                section.blocks().stream().filter(this::countsAsParagraph).count() > 1;
    }

    static List<Entry> of(Outline outline, Section section) {
        Entries entries = new Entries(outline, section);
        for (Block block : section.blocks()) {
            entries.add(block);
        }
        return entries.entries;
    }

    private String text(Block block) {
        return outline.text().substring(block.start(), block.end());
    }

    /** A caption (第十条　合同审批), a table's name, a note or a signature is no 款. */
    private boolean countsAsParagraph(Block block) {
        return switch (block.kind()) {
            case CLAUSE -> isSentence(text(block));
            case PARAGRAPH -> block.label() == null && isSentence(text(block));
            case HEADING, ITEM, TABLE, ROW -> false;
        };
    }

    private static boolean isSentence(String text) {
        String end = text.replaceAll("[”’\"')）】》\\s]+$", "");
        return text.length() > 60 || (!end.isEmpty() && "。；;：:！!？?.…".indexOf(end.charAt(end.length() - 1)) >= 0);
    }

    private void add(Block block) {
        switch (block.kind()) {
            case HEADING -> entries.add(new Entry(block, section.place(), "", 0, List.of(), false));
            case CLAUSE, PARAGRAPH -> paragraph(block);
            case ITEM -> item(block);
            case TABLE -> {
                header = block.cells();
                entries.add(new Entry(block, here(), "", paragraph, List.of(), follows()));
            }
            case ROW -> row(block);
        }
    }

    private void paragraph(Block block) {
        if (countsAsParagraph(block)) {
            paragraph++;
        }
        leadIn = text(block);
        upper = 0;
        lower = 0;
        String label = block.label();
        boolean addressed = block.kind() == BlockKind.PARAGRAPH && label != null && label.contains("!");
        String clause = addressed && label != null ? label : here();
        entries.add(new Entry(block, clause, tail(), paragraph, List.of(), false));
    }

    private void row(Block block) {
        String label = block.label();
        String clause = label == null ? here() : label;
        entries.add(new Entry(block, clause, "", paragraph, header, true));
    }

    private void item(Block block) {
        boolean deeper = block.level() > 1 && upper > 0 && upperLevelIsSet();
        if (deeper) {
            lower++;
        } else {
            upper++;
            lower = 0;
            upperLeadIn = text(block);
            topLevel = block.level();
        }
        String tail = deeper ? "第" + ChineseNumerals.format(lower) + "目" : "第" + ChineseNumerals.format(upper) + "项";
        String inItem = deeper ? "第" + ChineseNumerals.format(upper) + "项" : "";
        String clause = section.article() == null ? numbered(block) : here() + inItem + tail;
        boolean joins = upper > 1 || lower > 0 || leads();
        String lead = deeper ? upperLeadIn : leadIn;
        entries.add(new Entry(block, clause, tail, paragraph, lead.isEmpty() ? List.of() : List.of(lead), joins));
    }

    private boolean upperLevelIsSet() {
        return lower > 0 || topLevel == 1;
    }

    /** A technical standard's own number tells more than the heading above it. */
    private String numbered(Block block) {
        String label = block.label();
        return label != null && label.matches("[A-Z]?[0-9]+(?:[.．][0-9]+)+")
                ? section.place() + " › " + label
                : section.place();
    }

    private boolean leads() {
        return !leadIn.isEmpty();
    }

    /** True where what stands before is a line that names the table. */
    private boolean follows() {
        return !entries.isEmpty()
                && entries.getLast().block().kind() == BlockKind.PARAGRAPH
                && entries.getLast().length() <= 60;
    }

    /** The 条, with the 款 where there is more than one; the headings where there is no 条. */
    private String here() {
        if (section.article() == null) {
            return section.place();
        }
        return section.article() + tail();
    }

    private String tail() {
        return section.article() != null && countParagraphs && paragraph > 0
                ? "第" + ChineseNumerals.format(paragraph) + "款"
                : "";
    }
}
