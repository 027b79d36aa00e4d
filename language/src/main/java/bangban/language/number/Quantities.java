package bangban.language.number;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds numbers with their units in Chinese and English text. */
public final class Quantities {

    private static final String UNIT = "人民币元|个工作日|个自然日|个交易日|个月|工作日|自然日|小时|分钟|公里|千米|毫米|厘米|毫升|千克|公斤|摄氏度|平方米|立方米"
            + "|季度|元/人·天|元|块钱|块|天|日|年|月|周|秒|人|名|次(?!性)|份|家|个|项|件|台|套|辆|枚|户|级|档|票|道|倍|成|度|米|吨|斤|升|兆帕|千帕|℃|%|％|‰"
            + "|kPa|MPa|Pa|kWh|MWh|MW|kW|ppm|mm|cm|km|kg|mg|m³/h|m³|m²|m/s|r/min|kV|kA|Hz|dB|m(?![A-Za-z])|yuan|RMB|days?|months?|years?|hours?|minutes?|weeks?";

    private static final String ARABIC = "\\d{1,3}(?:[,，]\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?";
    private static final String HAN = "[" + ChineseNumeral.DIGITS + ChineseNumeral.UNITS + "]+";

    private static final Pattern PATTERN = Pattern.compile("(?:(?<denominator>" + HAN + "|\\d{1,3})分之)?(?:(?<arabic>"
            + ARABIC + ")\\s?(?<scale>[十百千万亿]*)|(?<han>" + HAN + "))(?<many>余|多)?\\s?(?<unit>" + UNIT + ")?");

    /** Characters before a Chinese numeral that make it part of a number of another kind: 第二十条, 星期三. */
    private static final String NOT_AFTER = "第期";

    /** Characters behind a number that make it a name: 2号高炉, 1#, 3号楼. */
    private static final String NAMES = "号#楼";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Quantities() {}

    public static List<Quantity> in(String text) {
        List<Quantity> found = new ArrayList<>();
        Matcher matcher = PATTERN.matcher(text);
        int from = 0;
        while (from < text.length() && matcher.find(from)) {
            Quantity quantity = quantity(text, matcher);
            if (quantity != null) {
                found.add(quantity);
            }
            from = Math.max(matcher.end(), matcher.start() + 1);
        }
        return found;
    }

    private static @Nullable Quantity quantity(String text, Matcher matcher) {
        String denominator = matcher.group("denominator");
        String unit = matcher.group("unit");
        String han = matcher.group("han");
        if (matcher.start() > 0 && NOT_AFTER.indexOf(text.charAt(matcher.start() - 1)) >= 0) {
            return null;
        }
        if (unit == null && NAMES.indexOf(matcher.end() < text.length() ? text.charAt(matcher.end()) : ' ') >= 0) {
            return null;
        }
        BigDecimal value;
        if (han != null) {
            OptionalLong parsed = ChineseNumeral.parse(han);
            boolean bare = denominator == null && unit == null && (han.length() < 2 || han.equals("千万"));
            if (parsed.isEmpty() || bare) {
                return null;
            }
            value = BigDecimal.valueOf(parsed.getAsLong());
        } else {
            value = new BigDecimal(matcher.group("arabic").replace(",", "").replace("，", ""))
                    .multiply(ChineseNumeral.scale(matcher.group("scale")));
        }
        return denominator == null
                ? measured(matcher, value, unit)
                : new Quantity(matcher.start(), matcher.end(), percent(value, denominator), "%");
    }

    private static Quantity measured(Matcher matcher, BigDecimal value, @Nullable String unit) {
        return "‰".equals(unit)
                ? new Quantity(matcher.start(), matcher.end(), value.movePointLeft(1), "%")
                : new Quantity(matcher.start(), matcher.end(), value, normalized(unit));
    }

    /** 三分之二 to 16 digits, 万分之五 as 0.05. */
    private static BigDecimal percent(BigDecimal numerator, String denominator) {
        BigDecimal whole = switch (denominator) {
            case "百", "一百" -> HUNDRED;
            case "千" -> BigDecimal.valueOf(1_000);
            case "万" -> BigDecimal.valueOf(10_000);
            default ->
                Character.isDigit(denominator.charAt(0))
                        ? new BigDecimal(denominator)
                        : BigDecimal.valueOf(ChineseNumeral.parse(denominator).orElse(1));
        };
        return whole.signum() == 0 ? numerator : numerator.multiply(HUNDRED).divide(whole, MathContext.DECIMAL64);
    }

    private static String normalized(@Nullable String unit) {
        if (unit == null) {
            return "";
        }
        return switch (unit) {
            case "天", "自然日", "个自然日", "day", "days" -> "日";
            case "块", "块钱", "人民币元", "yuan", "RMB" -> "元";
            case "工作日" -> "个工作日";
            case "％" -> "%";
            case "度", "摄氏度" -> "℃";
            case "名" -> "人";
            case "米" -> "m";
            case "毫米" -> "mm";
            case "厘米" -> "cm";
            case "平方米" -> "m²";
            case "立方米" -> "m³";
            case "兆帕" -> "MPa";
            case "千帕" -> "kPa";
            case "公里", "千米" -> "km";
            case "公斤", "千克" -> "kg";
            case "month", "months" -> "个月";
            case "year", "years" -> "年";
            case "hour", "hours" -> "小时";
            case "minute", "minutes" -> "分钟";
            case "week", "weeks" -> "周";
            default -> unit;
        };
    }
}
