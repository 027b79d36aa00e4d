package bangban.knowledge.parse;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What stands in columns and is no table: prose in two columns, hanging lists, signatures and forms. */
final class TableGuards {

    /** A cell with this many letters is a line of prose. */
    private static final int PROSE_LETTERS = 14;

    private static final int PROSE_LATIN = 28;
    private static final Pattern LABELLED = Pattern.compile("[^：:]{1,14}[：:].*");
    private static final Pattern LIST_MARK = Pattern.compile("[•·●■○◆–—*-]|[（(]?[0-9一二三四五六七八九十a-zA-Z]{1,3}[)）.．、]");

    private TableGuards() {}

    /** Two or three columns of which each holds mostly whole lines of text. */
    static boolean isProse(List<List<String>> cells) {
        int width = cells.getFirst().size();
        if (width > 3) {
            return false;
        }
        for (int i = 0; i < width; i++) {
            int column = i;
            long filled =
                    cells.stream().filter(row -> !row.get(column).isEmpty()).count();
            long prose = cells.stream().filter(row -> isLine(row.get(column))).count();
            if (prose * 2 < filled) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLine(String cell) {
        long chinese = cell.codePoints().filter(Character::isIdeographic).count();
        return chinese >= PROSE_LETTERS || cell.length() >= PROSE_LATIN;
    }

    /** Marks on the left and their entries on the right. */
    static boolean isList(List<List<String>> cells) {
        return cells.getFirst().size() == 2
                && most(cells, row -> LIST_MARK.matcher(row.getFirst()).matches());
    }

    /** 甲方：… beside 乙方：…, line after line. */
    static boolean isForm(List<List<String>> cells) {
        return most(
                cells,
                row -> row.stream()
                        .filter(cell -> !cell.isEmpty())
                        .allMatch(cell -> LABELLED.matcher(cell).matches()));
    }

    private static boolean most(List<List<String>> rows, Predicate<List<String>> of) {
        List<List<String>> whole =
                rows.stream().filter(row -> !row.getFirst().isEmpty()).toList();
        return whole.stream().filter(of).count() * 2 > whole.size();
    }
}
