package bangban.language.number;

import java.math.BigDecimal;
import java.util.OptionalLong;

/** Chinese numerals such as 二十, 三百零五, 一万二, 二〇二六. */
public final class ChineseNumeral {

    static final String DIGITS = "零〇一二三四五六七八九两壹贰叁肆伍陆柒捌玖";
    static final String UNITS = "十百千万亿拾佰仟";

    private ChineseNumeral() {}

    /** The value of a numeral that fills {@code text}; empty where it is not one. */
    public static OptionalLong parse(String text) {
        if (text.isEmpty() || !text.chars().allMatch(c -> DIGITS.indexOf(c) >= 0 || UNITS.indexOf(c) >= 0)) {
            return OptionalLong.empty();
        }
        boolean positional = text.chars().noneMatch(c -> UNITS.indexOf(c) >= 0);
        return positional ? positional(text) : additive(text);
    }

    private static OptionalLong positional(String text) {
        if (text.length() > 15) {
            return OptionalLong.empty();
        }
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            value = value * 10 + digit(text.charAt(i));
        }
        return OptionalLong.of(value);
    }

    private static OptionalLong additive(String text) {
        if (text.charAt(0) == '万' || text.charAt(0) == '亿') {
            return OptionalLong.empty(); // 万元, 万一: a unit without a number
        }
        long total = 0;
        long myriads = 0;
        long section = 0;
        long digit = -1;
        long lastUnit = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (DIGITS.indexOf(c) >= 0) {
                digit = digit(c);
                lastUnit = digit == 0 ? 1 : lastUnit;
                continue;
            }
            long unit = unit(c);
            if (unit < 10_000) {
                section += (digit < 0 ? 1 : digit) * unit;
            } else if (unit == 10_000) {
                myriads += (section + Math.max(digit, 0)) * unit;
                section = 0;
            } else {
                total += (myriads + section + Math.max(digit, 0)) * unit;
                myriads = 0;
                section = 0;
            }
            lastUnit = unit;
            digit = -1;
        }
        // 一万二 is 12,000: a last digit right after a unit counts in tenths of it
        long last = digit < 0 ? 0 : lastUnit > 10 ? digit * lastUnit / 10 : digit;
        return OptionalLong.of(total + myriads + section + last);
    }

    private static int digit(char c) {
        return switch (c) {
            case '零', '〇' -> 0;
            case '一', '壹' -> 1;
            case '二', '两', '贰' -> 2;
            case '三', '叁' -> 3;
            case '四', '肆' -> 4;
            case '五', '伍' -> 5;
            case '六', '陆' -> 6;
            case '七', '柒' -> 7;
            case '八', '捌' -> 8;
            case '九', '玖' -> 9;
            default -> throw new IllegalArgumentException("not a digit: " + c);
        };
    }

    private static long unit(char c) {
        return switch (c) {
            case '十', '拾' -> 10;
            case '百', '佰' -> 100;
            case '千', '仟' -> 1_000;
            case '万' -> 10_000;
            case '亿' -> 100_000_000;
            default -> throw new IllegalArgumentException("not a unit: " + c);
        };
    }

    static BigDecimal scale(String units) {
        BigDecimal scale = BigDecimal.ONE;
        for (int i = 0; i < units.length(); i++) {
            scale = scale.multiply(BigDecimal.valueOf(unit(units.charAt(i))));
        }
        return scale;
    }
}
