package bangban.knowledge.parse;

import java.util.List;

/**
 * A page as it is printed.
 *
 * @param lines from the top, without what stands in ruled tables
 * @param tables ruled ones, from the top
 * @param stacks horizontal rules with a table between them
 */
record PdfPage(int number, List<PdfLine> lines, List<PdfGrid> tables, List<RuleStack> stacks) {

    PdfPage {
        lines = List.copyOf(lines);
        tables = List.copyOf(tables);
        stacks = List.copyOf(stacks);
    }

    PdfPage withLines(List<PdfLine> other) {
        return new PdfPage(number, other, tables, stacks);
    }
}
