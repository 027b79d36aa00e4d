package bangban.agents.policy;

import bangban.knowledge.chunk.PassageUnit;
import bangban.language.number.ChineseNumeral;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A row that sets other values for a time of the year: where the question names a month of it, those count. */
final class Season {

    private static final Pattern PERIOD =
            Pattern.compile("(?<from>\\d{1,2})月(\\d{1,2}日)?\\s*(至|到|[-~～—–])\\s*(次年)?(?<to>\\d{1,2})月");
    private static final Pattern MONTH = Pattern.compile("(?<![\\d个])(?<month>\\d{1,2}|十[一二]?|[一二三四五六七八九])月(?!内|以)");
    private static final List<String> ENGLISH = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    private static final String GROUP = " / ";

    private Season() {}

    /** True where a cell of the row is a period that holds the month which the question names. */
    static boolean applies(PassageUnit row, String question) {
        return period(row, question).isPresent();
    }

    /** The column of the period, where it applies. */
    private static OptionalInt period(PassageUnit row, String question) {
        OptionalInt month = month(question);
        if (month.isPresent()) {
            for (int i = 0; i < row.cells().size(); i++) {
                Matcher period = PERIOD.matcher(row.cells().get(i));
                if (period.find()
                        && within(
                                month.getAsInt(),
                                Integer.parseInt(period.group("from")),
                                Integer.parseInt(period.group("to")))) {
                    return OptionalInt.of(i);
                }
            }
        }
        return OptionalInt.empty();
    }

    /** The column that holds the period's own value: under the same header, with a number; empty where there is not exactly one. */
    static OptionalInt column(PassageUnit row, String question) {
        OptionalInt period = period(row, question);
        if (period.isEmpty()) {
            return OptionalInt.empty();
        }
        int[] columns = IntStream.range(
                        0, Math.min(row.cells().size(), row.header().size()))
                .filter(i -> i != period.getAsInt())
                .filter(i -> group(row, i).equals(group(row, period.getAsInt())))
                .filter(i -> row.cells().get(i).chars().anyMatch(Character::isDigit))
                .toArray();
        return columns.length == 1 ? OptionalInt.of(columns[0]) : OptionalInt.empty();
    }

    /** The header above the header: 旺季上浮 over 旺季期间. */
    private static String group(PassageUnit row, int column) {
        String header = column < row.header().size() ? row.header().get(column) : "";
        int slash = header.indexOf(GROUP);
        return slash < 0 ? header : header.substring(0, slash);
    }

    /** From 11 to 2 runs over the end of the year. */
    private static boolean within(int month, int from, int to) {
        return from <= to ? from <= month && month <= to : month >= from || month <= to;
    }

    private static OptionalInt month(String question) {
        Matcher month = MONTH.matcher(question);
        if (month.find()) {
            String written = month.group("month");
            int number = Character.isDigit(written.charAt(0))
                    ? Integer.parseInt(written)
                    : (int) ChineseNumeral.parse(written).orElse(0);
            return number >= 1 && number <= 12 ? OptionalInt.of(number) : OptionalInt.empty();
        }
        String lower = question.toLowerCase(Locale.ROOT);
        for (int i = 0; i < ENGLISH.size(); i++) {
            // may is a verb more often than a month
            if (i != 4 && lower.contains(ENGLISH.get(i))) {
                return OptionalInt.of(i + 1);
            }
        }
        return OptionalInt.empty();
    }
}
