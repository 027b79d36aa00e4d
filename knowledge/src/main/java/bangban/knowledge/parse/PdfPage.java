package bangban.knowledge.parse;

import java.util.List;

/**
 * A page as it is printed.
 *
 * @param lines from the top, without what stands in ruled tables
 * @param tables ruled ones, from the top
 */
record PdfPage(int number, List<PdfLine> lines, List<PdfGrid> tables) {

    PdfPage {
        lines = List.copyOf(lines);
        tables = List.copyOf(tables);
    }

    PdfPage withLines(List<PdfLine> other) {
        return new PdfPage(number, other, tables);
    }
}
