package bangban.agents.policy;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Yes or no to a question that asks for permission or for a duty. */
enum Verdict {
    YES,
    ON_CONDITION,
    NO,
    GENERALLY_NO,
    NEEDED,
    NOT_NEEDED;

    private static final Pattern PERMISSION = Pattern.compile(
            "能不能|可不可以|可否|能否|可以|能(?![力源耗量效])|允许|准不准|许不许|让不让|行不行|行吗|^(can|could|may) |allowed|permitted",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DUTY = Pattern.compile(
            "需要|需不需|要不要|必须|应当|应不应|用不用|非得|(?<![只主不])要(?![求点素件]).*(吗|么)|得.*(吗|么)|must|need|have to|required|should",
            Pattern.CASE_INSENSITIVE);
    /** A question that denies what it asks about turns yes and no round: 不签合同行吗. */
    private static final Pattern DENIES = Pattern.compile(
            "(?<![可能许准让行要需应用会])不(?![可能许准让行要需应用会])[^，。？?不]{1,12}(可以|行|能|可|准)[^，。]{0,4}[吗么?？]|\\b(not|without)\\b|n't");
    /** A belonging or a fact is asked for, not a permission. */
    private static final Pattern CLASSIFIES = Pattern.compile("算不算|算.{0,8}(吗|么)|是不是|属于|属不属");

    private static final Pattern CONDITION = Pattern.compile(
            "经.{1,24}(批准|同意|审批|许可|核准|确认)|凭|方可|才(能|可)|可以?在.{1,20}(前提|范围|限额)|情形|条件|后(可|方|再)|由.{1,24}批准|provided|subject to");
    private static final Pattern EXCEPTION =
            Pattern.compile("未经|除.{1,40}外|^但|但(是|因|经|有|确|以|法)|确需|确因|特殊情况|unless|except");
    /** Below this a stretch does not speak of what was asked; a prohibition is told from less, since it names what it forbids. */
    private static final double ENOUGH = 0.45;

    private static final double ENOUGH_TO_DENY = 0.22;
    /** Two stretches that fit about equally must be of one mind. */
    private static final double ABOUT_EQUAL = 0.1;

    private static final double RANKED_FIRST = 0.1;

    /** What a paragraph says to the question, with the sentence that says it. */
    record Found(Verdict verdict, Candidate sentence) {}

    /** Empty where neither permission nor duty is asked, and where the paragraph is not of one mind. */
    static Optional<Found> of(String question, List<Stretch> paragraph, QuestionWeights weights) {
        boolean permission = PERMISSION.matcher(question).find();
        boolean duty = !permission && DUTY.matcher(question).find();
        if ((!permission && !duty)
                || DENIES.matcher(question).find()
                || CLASSIFIES.matcher(question).find()) {
            return Optional.empty();
        }
        Set<Polarity> ruling = permission
                ? EnumSet.of(Polarity.FORBIDDEN, Polarity.ALLOWED)
                : EnumSet.of(Polarity.REQUIRED, Polarity.UNNECESSARY);
        List<Stretch> stretches = paragraph.stream()
                .filter(stretch -> !stretch.leads() && !stretch.segment().isCondition())
                .filter(stretch -> ruling.contains(polarity(stretch)))
                .sorted(Comparator.comparingDouble((Stretch stretch) -> fit(stretch, weights))
                        .reversed())
                .toList();
        if (stretches.isEmpty()) {
            return Optional.empty();
        }
        Stretch first = stretches.getFirst();
        double fit = fit(first, weights);
        boolean divided = stretches.stream()
                .filter(other -> fit - fit(other, weights) < ABOUT_EQUAL)
                .anyMatch(other -> polarity(other) != polarity(first));
        return divided || fit < enough(polarity(first))
                ? Optional.empty()
                : Optional.of(new Found(verdict(first, paragraph, question), first.sentence()));
    }

    private static Polarity polarity(Stretch stretch) {
        return Polarity.of(stretch.segment().text());
    }

    private static double enough(Polarity polarity) {
        return polarity == Polarity.FORBIDDEN ? ENOUGH_TO_DENY : ENOUGH;
    }

    private static double fit(Stretch stretch, QuestionWeights weights) {
        return stretch.coverage(weights) + (stretch.ranked() ? RANKED_FIRST : 0);
    }

    private static Verdict verdict(Stretch stretch, List<Stretch> paragraph, String question) {
        String said = stretch.sentence().leadIn() + stretch.sentence().text();
        boolean excepts = adds(EXCEPTION, said, question);
        return switch (polarity(stretch)) {
            case FORBIDDEN -> excepts || exempts(stretch, paragraph) ? GENERALLY_NO : NO;
            case ALLOWED -> excepts || adds(CONDITION, said, question) ? ON_CONDITION : YES;
            case REQUIRED -> NEEDED;
            case UNNECESSARY -> NOT_NEEDED;
            case STATED -> throw new IllegalArgumentException("rules nothing: " + said);
        };
    }

    private static boolean adds(Pattern pattern, String said, String question) {
        return pattern.matcher(said).results().anyMatch(found -> !question.contains(found.group()));
    }

    /** True where the paragraph goes on with an exception. */
    private static boolean exempts(Stretch forbids, List<Stretch> paragraph) {
        return paragraph.stream()
                .filter(stretch ->
                        stretch.sentence().start() > forbids.sentence().start())
                .anyMatch(stretch -> EXCEPTION.matcher(stretch.segment().text()).find());
    }
}
