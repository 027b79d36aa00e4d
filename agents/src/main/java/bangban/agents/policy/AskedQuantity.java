package bangban.agents.policy;

import bangban.language.number.Quantities;
import bangban.language.number.Quantity;
import bangban.language.number.QuantityRange;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a question says of the quantity it is after: its unit (几日) and its side (至少).
 *
 * @param unit as {@link Quantity#unit()} writes it, empty where the question names none
 * @param side 1 for a lower bound, -1 for an upper one, 0 where the question does not say
 * @param ahead true where it is the time before something
 */
record AskedQuantity(String unit, int side, boolean ahead) {

    private static final Pattern UNIT = Pattern.compile(
            "(?:几|多少)个?(?<unit>工作日|小时|分钟|天|日|周|年|月|次|人|名|倍|元|块|家|份|万元|亿元|公里|千米|毫米|厘米|平方米|平米|立方米|立方|方(?![面式法案便位向])|米|公斤|千克|吨|毫升|升|秒|度|摄氏度|℃|兆帕|千帕|MPa|kPa|kV|mm|cm|km|kg|m(?![A-Za-z]))|(?<share>百分之(?:几|多少)|几分之几|百分比)|(?<money>多少钱|罚多少|how much)|(?<rate>率[^，。？?效]{0,12}(?:多少|几(?!天|日|年|月|次|个)))"
                    + "|how many (?<english>days|months|years|hours|minutes|weeks|times|people)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LOWER = Pattern.compile("至少|最少|最低|最短|起码|下限|不少于|不低于|at least|minimum|least");
    private static final Pattern UPPER =
            Pattern.compile("至多|最多|最高|最长|最迟|最晚|顶多|上限|不超过|多少以内|at most|maximum|latest|within");
    private static final Pattern LOWER_BOUND =
            Pattern.compile("不得?(少|低|小)于|至少|最低|最短|最少|以上(?!.{0,14}以下)|不得?早于|at least|no less than");
    private static final Pattern UPPER_BOUND = Pattern.compile(
            "不得?(超过|高于|多于|大于|长于|迟于|晚于)|至多|最高|最长|最多|以内|之内|(日|天|月|年|时|钟)内|(?<!以上.{0,14})以下|at most|within|up to");

    /** How far a bound that is not included lies from what is meant, as a share of it. */
    private static final BigDecimal STEP = new BigDecimal("0.001");

    private static final Pattern AHEAD =
            Pattern.compile("提前|前多少|前几|how .{1,20} (before|in advance)", Pattern.CASE_INSENSITIVE);
    private static final Pattern AHEAD_BOUND = Pattern.compile("(日|天|月|年|时|钟|届满|期满)以?前|提前|before|in advance");

    static AskedQuantity of(String question) {
        Matcher matcher = UNIT.matcher(question);
        return new AskedQuantity(
                matcher.find() ? unit(matcher) : "",
                side(question),
                AHEAD.matcher(question).find());
    }

    private static int side(String question) {
        if (LOWER.matcher(question).find()) {
            return 1;
        }
        return UPPER.matcher(question).find() ? -1 : 0;
    }

    private static String unit(Matcher matcher) {
        if (matcher.group("share") != null || matcher.group("rate") != null) {
            return "%";
        }
        if (matcher.group("money") != null) {
            return "元";
        }
        if (matcher.group("english") != null) {
            return switch (matcher.group("english")) {
                case "days" -> "日";
                case "months" -> "个月";
                case "years" -> "年";
                case "hours" -> "小时";
                case "minutes" -> "分钟";
                case "weeks" -> "周";
                case "times" -> "次";
                default -> "人";
            };
        }
        return switch (matcher.group("unit")) {
            case "月" -> "个月";
            case "平米" -> "m²";
            case "立方", "方" -> "m³";
            default -> Quantities.in("1" + matcher.group("unit")).getFirst().unit();
        };
    }

    /** The quantities that the question names, those that it bounds moved to the side that is meant: 不到4个月 lies below 4. */
    static List<Quantity> named(String question) {
        List<QuantityRange> ranges = QuantityRange.in(question);
        return Quantities.in(question).stream()
                .map(quantity -> ranges.stream()
                        .filter(range -> range.measures(quantity))
                        .filter(range -> isBound(quantity, range))
                        .findFirst()
                        .map(range -> inside(quantity, range))
                        .orElse(quantity))
                .toList();
    }

    private static boolean isBound(Quantity quantity, QuantityRange range) {
        BigDecimal bound = range.low() == null ? range.high() : range.low();
        return bound != null && quantity.value().compareTo(bound) == 0;
    }

    private static Quantity inside(Quantity quantity, QuantityRange range) {
        boolean between = range.low() != null && range.high() != null;
        boolean included = range.low() == null ? range.highIncluded() : range.lowIncluded();
        if (between || included) {
            return quantity;
        }
        BigDecimal step = quantity.value().multiply(STEP);
        BigDecimal value = range.low() == null
                ? quantity.value().subtract(step)
                : quantity.value().add(step);
        return new Quantity(quantity.start(), quantity.end(), value, quantity.unit());
    }

    /** True where a quantity of the sentence has the unit and is not one that the question itself names. */
    boolean unitIn(List<Quantity> quantities, List<Quantity> asked) {
        return !unit.isEmpty()
                && quantities.stream()
                        .filter(quantity -> asked.stream().noneMatch(quantity::agreesWith))
                        .anyMatch(quantity -> agrees(quantity.unit()));
    }

    /** True for a quantity in the unit asked for, or in one that stands for it. */
    boolean agrees(Quantity other) {
        return agrees(other.unit());
    }

    private boolean agrees(String other) {
        return other.equals(unit)
                || (unit.equals("日") && other.equals("个工作日"))
                || (unit.equals("人") && other.equals("名"))
                || (unit.equals("个月") && other.equals("月"));
    }

    /** 1 where the sentence bounds on the side asked for, -1 where only on the other, else 0. */
    int boundIn(String sentence) {
        if (Quantities.in(sentence).isEmpty()) {
            return 0;
        }
        if (ahead) {
            return AHEAD_BOUND.matcher(sentence).find() ? 1 : -1;
        }
        if (side == 0) {
            return 0;
        }
        boolean lower = LOWER_BOUND.matcher(sentence).find();
        boolean upper = UPPER_BOUND.matcher(sentence).find();
        if (side > 0 ? lower : upper) {
            return 1;
        }
        return lower || upper ? -1 : 0;
    }
}
