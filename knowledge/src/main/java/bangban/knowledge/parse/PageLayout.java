package bangban.knowledge.parse;

import bangban.knowledge.parse.PdfRules.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Runs of letters, printed or recognised, put together into a page's lines and the tables that rules make. */
final class PageLayout {

    /** A gap this many letters wide parts two cells; an ideographic blank is one. */
    private static final float CELL_GAP = 1.6f;

    private static final float WORD_GAP = 0.25f;

    /**
     * Letters that stand together.
     *
     * @param y of their base, in points from the page's top
     * @param size of the largest in points
     */
    record Run(String text, float left, float right, float y, float size) {}

    private PageLayout() {}

    static PdfPage page(int page, List<Run> runs, List<Rule> rules) {
        List<Run> sorted = new ArrayList<>(runs);
        sorted.sort(Comparator.comparingDouble(Run::y));
        List<Rule> upright = rules.stream().filter(rule -> !rule.horizontal()).toList();
        List<PdfLine> lines = new ArrayList<>();
        List<Run> line = new ArrayList<>();
        for (Run run : sorted) {
            if (!line.isEmpty()
                    && run.y() - line.getFirst().y()
                            > 0.45f * Math.max(run.size(), line.getFirst().size())) {
                lines.add(line(page, line, upright));
                line = new ArrayList<>();
            }
            line.add(run);
        }
        if (!line.isEmpty()) {
            lines.add(line(page, line, upright));
        }
        List<PdfGrid> tables = PdfGrid.of(rules, lines);
        List<Rule> loose = rules.stream()
                .filter(rule -> tables.stream().noneMatch(table -> table.has(rule)))
                .toList();
        List<PdfLine> rest = lines.stream().flatMap(one -> outside(one, tables)).toList();
        return new PdfPage(page, rest, tables, RuleStack.of(loose, rest));
    }

    /** What of a line stands in no ruled table; the tables take the rest. */
    private static Stream<PdfLine> outside(PdfLine line, List<PdfGrid> tables) {
        List<PdfLine.Segment> rest = line.segments().stream()
                .filter(segment -> tables.stream().noneMatch(table -> table.takes(segment, line.y(), line.size())))
                .toList();
        return rest.isEmpty() ? Stream.empty() : Stream.of(new PdfLine(line.page(), rest, line.y(), line.size()));
    }

    private static boolean isRuled(List<Rule> rules, float right, Run next) {
        float y = next.y() - 0.35f * next.size();
        return rules.stream()
                .anyMatch(rule -> rule.at() >= right - 2 && rule.at() <= next.left() + 2 && rule.covers(y));
    }

    private static PdfLine line(int page, List<Run> runs, List<Rule> rules) {
        runs.sort(Comparator.comparingDouble(Run::left));
        List<PdfLine.Segment> segments = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        float left = runs.getFirst().left();
        float right = left;
        float size = 0;
        for (Run run : runs) {
            float gap = run.left() - right;
            if (!text.isEmpty() && (gap > CELL_GAP * run.size() || isRuled(rules, right, run))) {
                segments.add(new PdfLine.Segment(text.toString().strip(), left, right));
                text.setLength(0);
                left = run.left();
            } else if (!text.isEmpty() && gap > WORD_GAP * run.size()) {
                text.append(gap > 0.8f * run.size() ? "\u3000" : " ");
            }
            text.append(run.text());
            right = Math.max(run.right(), text.isEmpty() ? 0 : right);
            size = Math.max(size, run.size());
        }
        segments.add(new PdfLine.Segment(text.toString().strip(), left, right));
        return new PdfLine(page, segments, runs.getFirst().y(), size);
    }
}
