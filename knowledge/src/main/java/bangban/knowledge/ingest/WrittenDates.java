package bangban.knowledge.ingest;

import bangban.language.clause.ChineseNumerals;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The day from which a document says it is in force, and the date and version in its name. */
final class WrittenDates {

    private static final String DATE =
            "([0-9]{4}|[〇○零一二三四五六七八九]{4})\\s*年\\s*([0-9]{1,2}|[一二三四五六七八九十]{1,3})\\s*月\\s*([0-9]{1,2}|[一二三四五六七八九十]{1,3})\\s*日";
    private static final Pattern IN_FORCE =
            Pattern.compile("(?:自|从|于)\\s*" + DATE + "起?(?:开始|正式|同时)?(?:施行|实施|执行|生效|试行)(?=[。；;，,、）)\\s]|$)");
    private static final Pattern ON_ISSUE = Pattern.compile("自(?:发布|公布|印发|下发|颁布)之日起?(?:开始|正式)?(?:施行|实施|执行|生效|试行)");
    private static final Pattern ISSUED = Pattern.compile(
            "(?:" + DATE + "[^\\n]{0,40}?(?:发布|公布|印发|颁布)|(?:发布|公布|印发|颁布)(?:日期|时间)?[：:\\s]*" + DATE + ")");
    private static final Pattern ENGLISH = Pattern.compile(
            "(?i)effective(?: from| as of| on| date)?:?\\s+(?:([0-9]{4})-([0-9]{2})-([0-9]{2})|([0-9]{1,2}) ([a-z]{3,9}),? ([0-9]{4})|([a-z]{3,9}) ([0-9]{1,2}),? ([0-9]{4}))");
    private static final Pattern NAME_DATE = Pattern.compile(
            "(?<![0-9])((?:19|20)[0-9]{2})(?:[-_.]([0-9]{1,2})[-_.]([0-9]{1,2})|年([0-9]{1,2})月([0-9]{1,2})日|([0-9]{2})([0-9]{2}))(?![0-9])");
    private static final Pattern VERSION = Pattern.compile(
            "[（(]((?:[0-9]{4}\\s*年?\\s*(?:版|修订版?|修正版?|试行版?)?)|[vV]?[0-9]+(?:\\.[0-9]+)+版?|第?[一二三四五六七八九十0-9]+版)[）)]");
    /** The lines before the first clause, where a rule says when it was issued. */
    private static final int PREAMBLE = 2000;

    private WrittenDates() {}

    /** “自2025年3月1日起施行”; the last that the text says, for a rule says it at its end. */
    static Optional<LocalDate> inForceFrom(String text) {
        LocalDate found = null;
        Matcher matcher = IN_FORCE.matcher(text);
        while (matcher.find()) {
            LocalDate date = date(matcher.group(1), matcher.group(2), matcher.group(3));
            found = date == null ? found : date;
        }
        if (found == null && ON_ISSUE.matcher(text).find()) {
            found = issued(text);
        }
        return found == null ? english(text) : Optional.of(found);
    }

    private static @Nullable LocalDate issued(String text) {
        LocalDate found = null;
        Matcher matcher = ISSUED.matcher(text.substring(0, Math.min(text.length(), PREAMBLE)));
        while (matcher.find()) {
            int at = matcher.group(1) != null ? 1 : 4;
            LocalDate date = date(matcher.group(at), matcher.group(at + 1), matcher.group(at + 2));
            found = date == null ? found : date;
        }
        return found;
    }

    private static Optional<LocalDate> english(String text) {
        Matcher matcher = ENGLISH.matcher(text);
        while (matcher.find()) {
            LocalDate date = matcher.group(1) != null
                    ? date(matcher.group(1), matcher.group(2), matcher.group(3))
                    : matcher.group(5) != null
                            ? date(matcher.group(6), month(matcher.group(5)), matcher.group(4))
                            : date(matcher.group(9), month(matcher.group(7)), matcher.group(8));
            if (date != null) {
                return Optional.of(date);
            }
        }
        return Optional.empty();
    }

    private static String month(String name) {
        String start = name.substring(0, 3).toUpperCase(Locale.ROOT);
        return List.of(Month.values()).stream()
                .filter(month -> month.name().startsWith(start))
                .map(month -> String.valueOf(month.getValue()))
                .findFirst()
                .orElse("0");
    }

    /** 公司法(2023-12-29).md */
    static Optional<LocalDate> inName(String fileName) {
        Matcher matcher = NAME_DATE.matcher(fileName);
        while (matcher.find()) {
            int at = matcher.group(2) != null ? 2 : matcher.group(4) != null ? 4 : 6;
            LocalDate date = date(matcher.group(1), matcher.group(at), matcher.group(at + 1));
            if (date != null) {
                return Optional.of(date);
            }
        }
        return Optional.empty();
    }

    /** 2025版 of 差旅费管理办法（2025版）, else the date in the name. */
    static Optional<String> version(String name) {
        Matcher matcher = VERSION.matcher(name);
        return matcher.find()
                ? Optional.of(matcher.group(1).strip())
                : inName(name).map(LocalDate::toString);
    }

    /** The title without marks of version, years and revisions, so that versions of one rule have the same. */
    static String seriesKey(String title) {
        String key = title.replaceAll("[\\s　《》]", "");
        key = key.replaceAll("[（(](?![^（）()]*(?:年度|季度|月份|上半年|下半年))[^（）()]*(?:[0-9]{4}|版|修订|修正|试行|暂行)[^（）()]*[）)]", "");
        key = key.replaceAll("[-_]?[0-9]{4}年?(?:版|修订版?|修正版?)", "");
        key = key.replaceAll("[-_]?(?:修订版|修订稿|修正版|[vV][0-9]+(?:\\.[0-9]+)*)$", "");
        return key.isEmpty() ? title : key;
    }

    private static @Nullable LocalDate date(String year, String month, String day) {
        int y = ChineseNumerals.parse(year).orElse(0);
        int m = ChineseNumerals.parse(month).orElse(0);
        int d = ChineseNumerals.parse(day).orElse(0);
        try {
            return y < 1900 || y > 2200 ? null : LocalDate.of(y, m, d);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
