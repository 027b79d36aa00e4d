package bangban.language.clause;

import java.util.OptionalInt;

/** Whole numbers from 0 to 99,999 in Chinese and Arabic figures: 二十一, 一百零三, 一〇三, 两千, 21, ２１. */
public final class ChineseNumerals {

    private static final String DIGITS = "零一二三四五六七八九";
    private static final int MAX = 99_999;

    private ChineseNumerals() {}

    /** The number that the whole text writes; empty where it writes none or one beyond 99,999. */
    public static OptionalInt parse(String text) {
        String plain = text.strip();
        if (plain.isEmpty() || plain.length() > 12) {
            return OptionalInt.empty();
        }
        if (Character.isDigit(plain.charAt(0))) {
            return arabic(plain);
        }
        boolean positional = plain.chars().noneMatch(c -> unit((char) c) > 0);
        return positional ? figures(plain) : withUnits(plain);
    }

    private static OptionalInt arabic(String text) {
        int value = 0;
        for (char c : text.toCharArray()) {
            int digit = Character.digit(c, 10);
            if (digit < 0 || value > MAX / 10) {
                return OptionalInt.empty();
            }
            value = value * 10 + digit;
        }
        return OptionalInt.of(value);
    }

    /** Figure by figure: 一〇三 is 103, 二〇二五 is 2025. */
    private static OptionalInt figures(String text) {
        int value = 0;
        for (char c : text.toCharArray()) {
            int digit = digit(c);
            if (digit < 0 || value > MAX / 10) {
                return OptionalInt.empty();
            }
            value = value * 10 + digit;
        }
        return OptionalInt.of(value);
    }

    private static OptionalInt withUnits(String text) {
        int total = 0;
        int section = 0;
        int digit = -1;
        int lastUnit = Integer.MAX_VALUE;
        for (char c : text.toCharArray()) {
            int unit = unit(c);
            if (unit == 0) {
                int next = digit(c);
                if (next < 0 || digit > 0) {
                    return OptionalInt.empty();
                }
                digit = next;
            } else if (unit == 10_000) {
                total = (section + Math.max(digit, 0)) * unit;
                if (total == 0 || total > MAX || lastUnit == 10_000) {
                    return OptionalInt.empty();
                }
                section = 0;
                digit = -1;
                lastUnit = Integer.MAX_VALUE;
            } else {
                boolean bareTen = unit == 10 && digit <= 0;
                if (unit >= lastUnit || (digit <= 0 && !bareTen)) {
                    return OptionalInt.empty();
                }
                section += (bareTen ? 1 : digit) * unit;
                digit = -1;
                lastUnit = unit;
            }
        }
        int value = total + section + Math.max(digit, 0);
        return value > MAX ? OptionalInt.empty() : OptionalInt.of(value);
    }

    /** 21 as 二十一, 103 as 一百零三. */
    public static String format(int number) {
        if (number < 0 || number > MAX) {
            throw new IllegalArgumentException("number is " + number + ", allowed are 0 to " + MAX);
        }
        if (number < 10) {
            return String.valueOf(DIGITS.charAt(number));
        }
        String text = number >= 10_000
                ? DIGITS.charAt(number / 10_000) + "万" + below(number % 10_000, true)
                : below(number, false);
        return text.startsWith("一十") ? text.substring(1) : text;
    }

    /** @param led true where a higher figure stands before, so that a gap is written 零 */
    private static String below(int number, boolean led) {
        StringBuilder text = new StringBuilder();
        boolean gap = false;
        int unit = 1000;
        for (char name : "千百十个".toCharArray()) {
            int digit = number / unit % 10;
            if (digit == 0) {
                gap = led || !text.isEmpty();
            } else {
                if (gap) {
                    text.append('零');
                }
                gap = false;
                text.append(DIGITS.charAt(digit));
                if (unit > 1) {
                    text.append(name);
                }
            }
            unit /= 10;
        }
        return text.toString();
    }

    private static int digit(char c) {
        return switch (c) {
            case '〇', '○' -> 0;
            case '两' -> 2;
            default -> DIGITS.indexOf(c);
        };
    }

    private static int unit(char c) {
        return switch (c) {
            case '十' -> 10;
            case '百' -> 100;
            case '千' -> 1000;
            case '万' -> 10_000;
            default -> 0;
        };
    }
}
