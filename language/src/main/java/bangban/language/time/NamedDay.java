package bangban.language.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The day that a question about rules means: “2020年的标准”, “去年”, “2023年5月8日时”. A year or a month stands for its last day, or
 * for today where it has not ended, because that is the state of the rules that people remember of it.
 *
 * @param start where the expression starts in the text
 * @param end one past its last UTF-16 unit
 */
public record NamedDay(LocalDate day, int start, int end) {

    private static final Pattern DATE = Pattern.compile(
            "(?<year>(?:19|20)\\d{2})\\s?[年\\-/.](?:\\s?(?<month>\\d{1,2})\\s?[月\\-/.]?(?:(?<=[月\\-/.])\\s?(?<day>\\d{1,2})\\s?[日号]?)?)?"
                    + "|(?<relative>前年|去年|今年|上个月|上月|昨天|今天)"
                    + "|\\b(?:in|of|since|during|before)\\s+(?<english>(?:19|20)\\d{2})\\b|(?<last>last year)");

    /** The first day that the text names, seen from today. */
    public static Optional<NamedDay> in(String text, LocalDate today) {
        Matcher matcher = DATE.matcher(text);
        while (matcher.find()) {
            LocalDate day = day(matcher, today);
            if (day != null) {
                return Optional.of(new NamedDay(day, matcher.start(), matcher.end()));
            }
        }
        return Optional.empty();
    }

    private static @Nullable LocalDate day(Matcher matcher, LocalDate today) {
        String relative = matcher.group("relative");
        if (relative != null) {
            return relative(relative, today);
        }
        if (matcher.group("last") != null) {
            return endOfYear(today.getYear() - 1, today);
        }
        String english = matcher.group("english");
        if (english != null) {
            return endOfYear(Integer.parseInt(english), today);
        }
        int year = Integer.parseInt(matcher.group("year"));
        String month = matcher.group("month");
        if (month == null) {
            return endOfYear(year, today);
        }
        String day = matcher.group("day");
        try {
            return day == null
                    ? notAfter(YearMonth.of(year, Integer.parseInt(month)).atEndOfMonth(), today)
                    : LocalDate.of(year, Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException e) {
            return null; // 2023年13月 names no day
        }
    }

    private static LocalDate relative(String word, LocalDate today) {
        return switch (word) {
            case "前年" -> endOfYear(today.getYear() - 2, today);
            case "去年" -> endOfYear(today.getYear() - 1, today);
            case "上个月", "上月" -> YearMonth.from(today).minusMonths(1).atEndOfMonth();
            case "昨天" -> today.minusDays(1);
            default -> today;
        };
    }

    private static LocalDate endOfYear(int year, LocalDate today) {
        return year > today.getYear() ? LocalDate.of(year, 1, 1) : notAfter(LocalDate.of(year, 12, 31), today);
    }

    private static LocalDate notAfter(LocalDate day, LocalDate today) {
        return day.isAfter(today) && day.getYear() == today.getYear() ? today : day;
    }
}
