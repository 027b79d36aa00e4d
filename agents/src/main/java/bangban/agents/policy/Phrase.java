package bangban.agents.policy;

import bangban.language.number.Quantities;
import bangban.language.number.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The few words of a sentence that may answer a question of a kind: an amount with its bounds, a department, a person. */
final class Phrase {

    private static final Pattern BEFORE = Pattern.compile(
            "(不(得)?(超过|少于|低于|高于|多于|大于|小于|晚于|早于|足|满)|至少|至多|最多|最少|最高|最低|最长|最短|超过|少于|低于|高于|(?<![届期])满|每(人|天|日|月|年|次|半天)*|±|≤|≥|<|>|＜|＞|约|提前|at least |at most |up to |no more than |no less than |within |every )$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER = Pattern.compile(
            "^(以上|以下|以内|之内|以前|之前|以外|前|后|内|的?罚款|/(人|天|日|月|年|次|间|台)(·(天|日|晚))?|（含）|\\(含\\)|左右|每(人|天|日|月|年|次)|per \\w+)");
    /** What a question about a rhythm is after: 每半年至少一次. */
    private static final Pattern RHYTHM = Pattern.compile(
            "(至少|最少|不少于)?每[半两一二三四五六七八九十\\d]*个?(年度?|季度?|月|周|日|天|班|小时)(?:[^，。；：]{0,8}?[一二两三四五六七八九十\\d]+次)?|(once|twice) (a|every) \\w+|every \\w+( \\w+)?");

    private static final Pattern ASKS_RHYTHM =
            Pattern.compile("(多久|多长时间|几(天|日|个?月|年|周)|多少(天|日|个?月|年)).{0,16}[一1]?[次回遍]|频率|频次|how often");
    private static final Pattern OF_ANOTHER_FINE = Pattern.compile("罚款数额的.{0,8}$");
    private static final Pattern JOIN = Pattern.compile("^(以上|以内|（含）)?[至到~～—–\\-－、或和]*(不满|不超过|不足|至|到)?$");
    /** The number a clause is known by is not what it says. */
    private static final Pattern LABEL =
            Pattern.compile("^\\s*(第[一二三四五六七八九十百千零〇\\d]+条|\\d+(\\.\\d+)+(?=\\s)|[（(]?[一二三四五六七八九十\\d]+[）).、．](?!\\d))");

    private static final String VERBS =
            "负责|审批|批准|审核|核准|核发|颁发|签发|审查|审议|决定|决议|制定|制订|编制|组织|办理|同意|备案|牵头|主管|管理|归口|报告|签字|备查|登记|监督|验收|检查|会签|支付|承担|垫付|缴纳|任命|聘任|选举|处罚|责令|受理|认定|鉴定|召集|主持|提供|核算|发放|保管|派出|领取|所有|批|管";
    /** 管理 is a verb, 管理部门 a name. */
    private static final String NO_NAME = "(?!理?(?:[部处室科组员局司委人]|中心|机关|机构))";

    private static final Pattern ACTOR = Pattern.compile(
            "(?:由|报|经(?![理济营办费])|向|送|交|请)(?<by>(?:[^，。；、：由报经向]|经(?=[理济营办费])){2,24}?)(?:统一|具体|共同|按照|依照|直接|先行|书面|提出|负责)?(?<verb>"
                    + VERBS + ")" + NO_NAME);
    private static final Pattern SUBJECT =
            Pattern.compile("(?<by>(?:[^，。；、：由报经向]|经(?=[理济营办费])){2,24}?)(?:是|为|作为|应当|对.{2,24}(?=" + VERBS
                    + "))?(?:统一|负责)?(?<verb>(?:" + VERBS + ")" + NO_NAME + "|(?:是|为)(?!人))");
    private static final Pattern PARTY = Pattern.compile(
            "(部|部门|处|科|室|委员会|会|局|厅|院|机关|机构|单位|人|人员|员|长|经理|总监|主任|主管|领导|书记|公司|企业|中心|办公室|小组|班组|组|车间|站|所|政府|负责人|责任人|代表|师|双签|department|office|manager|director|committee)$",
            Pattern.CASE_INSENSITIVE);
    /** 应急管理部门 keeps its first character. */
    private static final Pattern AHEAD = Pattern.compile("(\\s|应(?!急)|须)+");

    private static final Pattern VERB = Pattern.compile(VERBS);
    /** Verbs that say who a matter belongs to, one for the other. */
    private static final Set<String> BELONGING = Set.of("负责", "主管", "归口", "牵头", "管理", "管");

    private static final Set<String> APPROVING = Set.of("审批", "批准", "核准", "批", "同意");

    private Phrase() {}

    /** Where the words stand in the sentence. */
    record Span(int start, int end) {}

    /** The quantities that a question of this kind may be after, with their bounds; without those that the question itself names. */
    static List<Span> quantities(String sentence, String question, QuestionKind kind) {
        List<Quantity> asked = Quantities.in(question);
        Matcher label = LABEL.matcher(sentence);
        int from = label.find() ? label.end() : 0;
        List<Span> spans = new ArrayList<>();
        if (kind == QuestionKind.DURATION && ASKS_RHYTHM.matcher(question).find()) {
            RHYTHM.matcher(sentence).results().forEach(rhythm -> spans.add(new Span(rhythm.start(), rhythm.end())));
        }
        if (!spans.isEmpty()) {
            return spans;
        }
        for (Quantity quantity : Quantities.in(sentence)) {
            boolean fine = kind == QuestionKind.MONEY
                    && question.contains("罚")
                    && quantity.kind() == Quantity.Kind.SHARE
                    && !OF_ANOTHER_FINE
                            .matcher(sentence.substring(0, quantity.start()))
                            .find();
            boolean given = asked.stream()
                    .anyMatch(known ->
                            known.agreesWith(quantity) && !quantity.unit().isEmpty());
            if (quantity.start() >= from && !given && (fine || fits(quantity, kind))) {
                spans.add(widened(sentence, new Span(quantity.start(), quantity.end())));
            }
        }
        return spans.stream().distinct().toList();
    }

    static boolean fits(Quantity quantity, QuestionKind kind) {
        return switch (kind) {
            case MONEY -> quantity.kind() == Quantity.Kind.MONEY;
            case SHARE -> quantity.kind() == Quantity.Kind.SHARE;
            case DURATION ->
                quantity.kind() == Quantity.Kind.PERIOD || quantity.unit().equals("次");
            case COUNT -> !quantity.unit().isEmpty() || quantity.kind() == Quantity.Kind.PLAIN;
            case YES_NO, WHO, DEFINITION, STEPS, LIST, OPEN -> false;
        };
    }

    /** True for 一个, 一家, 一次, which mostly stand for an article. */
    static boolean isArticle(Quantity quantity) {
        return quantity.kind() == Quantity.Kind.COUNT && quantity.value().compareTo(BigDecimal.ONE) == 0;
    }

    /** 五千元以上五万元以下 is one answer, and so is 不少于5个工作日. */
    private static Span widened(String sentence, Span span) {
        int start = span.start();
        int end = span.end();
        List<Quantity> all = Quantities.in(sentence);
        for (boolean grown = true; grown; ) {
            grown = false;
            for (Quantity other : all) {
                if (other.start() >= end
                        && other.start() - end <= 6
                        && JOIN.matcher(sentence.substring(end, other.start())).matches()) {
                    end = other.end();
                    grown = true;
                } else if (other.end() <= start
                        && start - other.end() <= 6
                        && JOIN.matcher(sentence.substring(other.end(), start)).matches()) {
                    start = other.start();
                    grown = true;
                }
            }
        }
        Matcher before = BEFORE.matcher(sentence.substring(0, start));
        start = before.find() ? before.start() : start;
        Matcher after = AFTER.matcher(sentence.substring(end));
        while (after.find()) {
            end += after.end();
            after = AFTER.matcher(sentence.substring(end));
        }
        return new Span(start, end);
    }

    /** Who acts, where it is what the question's verb asks: 由安全管理部负责 gives 安全管理部. */
    static List<Span> parties(String sentence, String question) {
        Set<String> verbs = VERB.matcher(question)
                .results()
                .map(match -> verb(match.group()))
                .collect(Collectors.toSet());
        Matcher label = LABEL.matcher(sentence);
        int from = label.find() ? label.end() : 0;
        Set<Span> spans = new LinkedHashSet<>();
        for (Pattern pattern : List.of(ACTOR, SUBJECT)) {
            Matcher matcher = pattern.matcher(sentence);
            for (int at = from; at < sentence.length() && matcher.find(at); at = matcher.start("by") + 1) {
                String party = matcher.group("by");
                boolean asked = verbs.isEmpty() || verbs.contains(verb(matcher.group("verb")));
                if (asked && PARTY.matcher(party).find() && !question.contains(party.strip())) {
                    spans.add(trimmed(sentence, matcher.start("by"), matcher.end("by")));
                }
            }
        }
        return outermost(spans);
    }

    private static String verb(String verb) {
        return BELONGING.contains(verb) ? "负责" : APPROVING.contains(verb) ? "批准" : verb;
    }

    /** 部门负责人 rather than 门负责人. */
    private static List<Span> outermost(Set<Span> spans) {
        return spans.stream()
                .filter(span -> spans.stream()
                        .noneMatch(other ->
                                !other.equals(span) && other.start() <= span.start() && span.end() <= other.end()))
                .toList();
    }

    private static Span trimmed(String sentence, int start, int end) {
        Matcher ahead = AHEAD.matcher(sentence).region(start, end);
        return new Span(ahead.lookingAt() ? ahead.end() : start, end);
    }
}
