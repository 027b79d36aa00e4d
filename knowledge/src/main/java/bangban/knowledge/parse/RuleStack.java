package bangban.knowledge.parse;

import bangban.knowledge.parse.PdfRules.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Horizontal rules of one width with lines in columns between them, and no vertical ones: the usual three of a 三线表, or one under each
 * row.
 *
 * @param ys their heights from the top of the page in points
 */
record RuleStack(List<Float> ys) {

    static final RuleStack NONE = new RuleStack(List.of());

    private static final float NEAR = 3;
    private static final float SAME_ENDS = 6;
    private static final float SHORTEST = 100;
    private static final int FEWEST = 3;

    RuleStack {
        ys = List.copyOf(ys);
    }

    /** @param rules those that belong to no grid */
    static List<RuleStack> of(List<Rule> rules, List<PdfLine> lines) {
        List<Rule> sorted = rules.stream()
                .filter(rule -> rule.horizontal() && rule.to() - rule.from() >= SHORTEST)
                .sorted(Comparator.comparingDouble(Rule::at))
                .toList();
        List<RuleStack> stacks = new ArrayList<>();
        List<Rule> stack = new ArrayList<>();
        for (Rule rule : sorted) {
            if (!stack.isEmpty() && rule.at() - stack.getLast().at() <= NEAR) {
                continue;
            }
            if (!stack.isEmpty() && !(hasOneWidth(stack.getLast(), rule) && isTabular(stack.getLast(), rule, lines))) {
                add(stack, stacks);
                stack = new ArrayList<>();
            }
            stack.add(rule);
        }
        add(stack, stacks);
        return stacks;
    }

    private static void add(List<Rule> stack, List<RuleStack> stacks) {
        if (stack.size() >= FEWEST) {
            stacks.add(new RuleStack(stack.stream().map(Rule::at).toList()));
        }
    }

    private static boolean hasOneWidth(Rule one, Rule other) {
        return Math.abs(one.from() - other.from()) < SAME_ENDS && Math.abs(one.to() - other.to()) < SAME_ENDS;
    }

    /** True where most lines between the two have several parts. */
    private static boolean isTabular(Rule upper, Rule lower, List<PdfLine> lines) {
        List<PdfLine> between = lines.stream()
                .filter(line -> line.y() > upper.at() && line.y() - 0.35f * line.size() < lower.at())
                .toList();
        long parted =
                between.stream().filter(line -> line.segments().size() > 1).count();
        return parted > 0 && parted * 2 >= between.size();
    }

    boolean isEmpty() {
        return ys.isEmpty();
    }

    boolean covers(PdfLine line) {
        float middle = line.y() - 0.35f * line.size();
        return !ys.isEmpty() && middle > ys.getFirst() && middle < ys.getLast();
    }

    /** True for what stands above the second rule. */
    boolean isHeader(PdfLine line) {
        return covers(line) && line.y() - 0.35f * line.size() < ys.get(1);
    }

    /** True where a rule lies between two lines. */
    boolean parts(PdfLine upper, PdfLine lower) {
        return ys.stream().anyMatch(y -> y > upper.y() - 0.35f * upper.size() && y < lower.y() - 0.35f * lower.size());
    }
}
