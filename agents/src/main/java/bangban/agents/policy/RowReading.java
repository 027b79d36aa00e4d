package bangban.agents.policy;

import bangban.knowledge.chunk.PassageUnit;
import bangban.language.number.Quantities;
import bangban.language.number.Quantity;
import bangban.language.number.QuantityRange;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a table's row: which column answers, and what its cell says with the unit that its header names.
 *
 * @param column index of the cell that answers
 * @param byRange true where the cell's range holds an amount of the question, so that the header is the answer
 */
record RowReading(PassageUnit unit, int column, boolean byRange) {

    private static final Pattern RANGE = Pattern.compile("^(?<sheet>.*!)(?<letter>[A-Z]+)(?<row>\\d+)(:[A-Z]+\\d+)?$");
    /** Columns that the question names about equally are not told apart by guessing. */
    private static final double TIE = 0.02;

    private static final Pattern UNIT =
            Pattern.compile("[（(](?<unit>[^（）()]*(?:元|天|日|年|月|小时|分钟|%|人|个|m|℃|mg|kPa)[^（）()]*)[）)]");

    /** The column whose header the question names, or whose range holds the question's amount; empty where neither is clear. */
    static Optional<RowReading> of(PassageUnit unit, PolicyRequest request, QuestionWeights weights) {
        List<Quantity> asked = Quantities.in(request.question());
        for (int i = 1; i < unit.cells().size(); i++) {
            List<QuantityRange> ranges = QuantityRange.in(unit.cells().get(i));
            boolean holds = asked.stream()
                    .anyMatch(q -> !q.unit().isEmpty() && ranges.stream().anyMatch(r -> r.contains(q)));
            if (holds && request.kind() != QuestionKind.MONEY) {
                return Optional.of(new RowReading(unit, i, true));
            }
        }
        if (Season.applies(unit, request.question())) {
            return seasonal(unit, request, weights);
        }
        int best = -1;
        double most = 0.02;
        boolean tied = false;
        for (int i = 1; i < unit.cells().size() && i < unit.header().size(); i++) {
            double named =
                    weights.coverage(TermWeights.normal(unit.header().get(i))) + kindBonus(unit, i, request.kind());
            if (!unit.cells().get(i).isBlank()
                    && !request.question().contains(unit.cells().get(i))
                    && named > most) {
                tied = named - most < TIE;
                most = named;
                best = i;
            } else if (best > 0 && most - named < TIE && isAnswer(unit, i, request)) {
                tied = true;
            }
        }
        return best < 0 || tied ? Optional.empty() : Optional.of(new RowReading(unit, best, false));
    }

    /** The season's own value, unless another header has a word of the question that the season's lacks: it may be for others. */
    private static Optional<RowReading> seasonal(PassageUnit unit, PolicyRequest request, QuestionWeights weights) {
        OptionalInt column = Season.column(unit, request.question());
        if (column.isEmpty() || !request.kind().asksForQuantity()) {
            return Optional.empty();
        }
        String own = ownHeader(unit.header().get(column.getAsInt()));
        double named = weights.coverage(TermWeights.normal(own));
        boolean othersMeant = unit.header().stream()
                .map(RowReading::ownHeader)
                .anyMatch(header -> weights.coverage(TermWeights.normal(own + "\n" + header)) - named > TIE);
        return othersMeant ? Optional.empty() : Optional.of(new RowReading(unit, column.getAsInt(), false));
    }

    /** Without the header above it. */
    private static String ownHeader(String header) {
        return header.substring(header.lastIndexOf('/') + 1).strip();
    }

    private static boolean isAnswer(PassageUnit unit, int column, PolicyRequest request) {
        String cell = unit.cells().get(column);
        return !cell.isBlank() && !request.question().contains(cell);
    }

    private static double kindBonus(PassageUnit unit, int column, QuestionKind kind) {
        if (!kind.asksForQuantity()) {
            return 0;
        }
        String text = unit.header().get(column) + unit.cells().get(column);
        boolean number = unit.cells().get(column).chars().anyMatch(Character::isDigit);
        boolean kindly = switch (kind) {
            case MONEY -> text.contains("元") || text.contains("费") || text.contains("额");
            case DURATION -> text.matches(".*(年|月|日|天|小时|分钟|期限|时间).*");
            case SHARE -> text.contains("%") || text.contains("率");
            default -> true;
        };
        return number ? (kindly ? 0.12 : 0.03) : 0;
    }

    /** The cell with the unit that its header names, or the header where the cell only bounds it. */
    String answer() {
        String header = column < unit.header().size() ? unit.header().get(column) : "";
        if (byRange) {
            return ownHeader(header);
        }
        String cell = unit.cells().get(column).strip();
        Matcher named = UNIT.matcher(header);
        return named.find() && !cell.contains("元") && cell.chars().anyMatch(Character::isDigit)
                ? cell + named.group("unit")
                : cell;
    }

    /** The cell's own address where the row has one: Sheet!A7:F7 and column 3 give Sheet!D7. */
    String clause() {
        Matcher range = RANGE.matcher(unit.clause());
        if (!range.matches()) {
            return unit.clause();
        }
        return range.group("sheet") + letters(number(range.group("letter")) + column) + range.group("row");
    }

    private static int number(String letters) {
        int number = 0;
        for (char c : letters.toCharArray()) {
            number = number * 26 + (c - 'A' + 1);
        }
        return number;
    }

    private static String letters(int number) {
        StringBuilder letters = new StringBuilder();
        for (int n = number; n > 0; n = (n - 1) / 26) {
            letters.insert(0, (char) ('A' + (n - 1) % 26));
        }
        return letters.toString();
    }
}
