package bangban.language.number;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A span of quantities as rules draw it: 5万元（含）以上、50万元以下; 50～100; 不超过30日; 满10年不满20年.
 *
 * <p>Under Chinese usage 以上, 以下, 以内 include the number and 超过, 不满, 以外 do not (Civil Code, article 1259).
 *
 * @param low null where it is open below
 * @param high null where it is open above
 */
public record QuantityRange(
        @Nullable BigDecimal low,
        boolean lowIncluded,
        @Nullable BigDecimal high,
        boolean highIncluded,
        String unit) {

    private static final Pattern LOW_BEFORE =
            Pattern.compile("(超过|高于|大于|多于|已?满|不低于|不少于|不小于|至少|≥|>|＞)[^\\d一二三四五六七八九十百千万亿两]{0,2}$");
    private static final Pattern HIGH_BEFORE = Pattern.compile(
            "(不超过|不高于|不大于|不多于|不满|不足|不到|未满|没满|未到|没到|(?<!不)(?:低于|少于|小于)|至多|最多|≤|<|＜)[^\\d一二三四五六七八九十百千万亿两]{0,2}$");
    private static final Pattern LOW_AFTER =
            Pattern.compile("^(?:（含）|\\(含\\)|(?<out>（不含）|\\(不含\\)))?(及|或)?(其)?(以上|及以上)");
    private static final Pattern HIGH_AFTER =
            Pattern.compile("^(?:（含）|\\(含\\)|(?<out>（不含）|\\(不含\\)))?(及|或)?(以下|以内|之内|及以下)");
    private static final Pattern TO = Pattern.compile("^(（含）|\\(含\\))?\\s*[～~—–\\-－至到]+\\s*$");

    /** The ranges that a text draws, in order; single numbers draw none. */
    public static List<QuantityRange> in(String text) {
        List<Quantity> quantities = Quantities.in(text);
        List<QuantityRange> ranges = new ArrayList<>();
        for (int i = 0; i < quantities.size(); i++) {
            Quantity first = quantities.get(i);
            Quantity second = i + 1 < quantities.size() ? quantities.get(i + 1) : null;
            if (second != null
                    && TO.matcher(text.substring(first.end(), second.start())).matches()) {
                ranges.add(between(first, true, second, true));
                i++;
                continue;
            }
            Side side = side(text, first, i == 0 ? 0 : quantities.get(i - 1).end());
            if (side == null) {
                continue;
            }
            Side next = second == null || second.start() - first.end() > 12 ? null : side(text, second, first.end());
            if (side.low && second != null && next != null && !next.low && first.unitAgrees(second)) {
                ranges.add(between(first, side.included, second, next.included));
                i++;
            } else {
                ranges.add(
                        side.low
                                ? new QuantityRange(first.value(), side.included, null, false, first.unit())
                                : new QuantityRange(null, false, first.value(), side.included, first.unit()));
            }
        }
        return ranges;
    }

    private record Side(boolean low, boolean included) {}

    private static @Nullable Side side(String text, Quantity quantity, int from) {
        String before = text.substring(from, quantity.start());
        String after = text.substring(quantity.end());
        Matcher below = HIGH_AFTER.matcher(after);
        if (below.find()) {
            return new Side(false, below.group("out") == null);
        }
        Matcher above = LOW_AFTER.matcher(after);
        if (above.find()) {
            return new Side(true, above.group("out") == null);
        }
        Matcher high = HIGH_BEFORE.matcher(before);
        if (high.find()) {
            return new Side(false, high.group(1).matches("不超过|不高于|不大于|不多于|至多|最多|≤"));
        }
        Matcher low = LOW_BEFORE.matcher(before);
        if (low.find()) {
            return new Side(true, !low.group(1).matches("超过|高于|大于|多于|>|＞"));
        }
        return null;
    }

    private static QuantityRange between(Quantity low, boolean lowIn, Quantity high, boolean highIn) {
        String unit = high.unit().isEmpty() ? low.unit() : high.unit();
        return new QuantityRange(low.value(), lowIn, high.value(), highIn, unit);
    }

    /** True where the quantity lies inside and the units agree or one is missing. */
    public boolean contains(Quantity quantity) {
        if (!measures(quantity)) {
            return false;
        }
        int below = low == null ? 1 : quantity.value().compareTo(low);
        int above = high == null ? -1 : quantity.value().compareTo(high);
        return (below > 0 || (lowIncluded && below == 0)) && (above < 0 || (highIncluded && above == 0));
    }

    /** True where the quantity could be compared with this range at all. */
    public boolean measures(Quantity quantity) {
        return unit.isEmpty() || quantity.unit().isEmpty() || unit.equals(quantity.unit());
    }
}
