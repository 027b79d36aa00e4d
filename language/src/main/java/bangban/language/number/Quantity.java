package bangban.language.number;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * A number with its unit, found in a text.
 *
 * @param start first UTF-16 unit in the text
 * @param end one past the last, the unit's word included
 * @param value in the unit named; 百分之五 and 50‰ are 5 with unit %, 3万元 is 30000 with unit 元
 * @param unit as written but for spelling variants (天 and 日, 块 and 元); empty where there is none
 */
public record Quantity(int start, int end, BigDecimal value, String unit) {

    /** What a unit measures, as far as questions ask for it. */
    public enum Kind {
        MONEY,
        PERIOD,
        SHARE,
        COUNT,
        PHYSICAL,
        PLAIN
    }

    public Kind kind() {
        if (unit.isEmpty()) {
            return Kind.PLAIN;
        }
        if (unit.contains("元") || unit.equals("yuan") || unit.equals("RMB")) {
            return Kind.MONEY;
        }
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "日",
                    "个工作日",
                    "工作日",
                    "个月",
                    "月",
                    "年",
                    "小时",
                    "分钟",
                    "秒",
                    "周",
                    "季度",
                    "days",
                    "day",
                    "months",
                    "years",
                    "hours",
                    "minutes",
                    "weeks" -> Kind.PERIOD;
            case "%", "倍", "成" -> Kind.SHARE;
            case "人", "名", "次", "份", "家", "个", "项", "件", "台", "套", "辆", "枚", "户", "级", "档", "票", "道" -> Kind.COUNT;
            default -> Kind.PHYSICAL;
        };
    }

    /** True where both say the same: equal numbers, and equal units where both name one. */
    public boolean agreesWith(Quantity other) {
        return value.compareTo(other.value) == 0 && unitAgrees(other);
    }

    /** True where both have one unit, or one of them names none. */
    boolean unitAgrees(Quantity other) {
        return unit.isEmpty() || other.unit.isEmpty() || unit.equals(other.unit);
    }
}
