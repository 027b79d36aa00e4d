package bangban.agents.policy;

import bangban.language.number.Quantities;
import bangban.language.number.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The few words of a sentence that answer a question of a kind: an amount with its bounds, a department, a definition. */
final class Phrase {

    private static final Pattern BEFORE = Pattern.compile(
            "(不(得)?(超过|少于|低于|高于|多于|大于|小于|晚于|早于|足|满)|至少|至多|最多|最少|最高|最低|最长|最短|超过|少于|低于|高于|满|每(人|天|日|月|年|次|半天)*|±|≤|≥|<|>|＜|＞|约|提前|at least |at most |up to |no more than |no less than |within |every )$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER = Pattern.compile(
            "^(以上|以下|以内|之内|以前|之前|以外|前|后|内|的?罚款|/(人|天|日|月|年|次|间|台)(·(天|日|晚))?|（含）|\\(含\\)|左右|的|每(人|天|日|月|年|次)|per \\w+)");
    private static final Pattern JOIN = Pattern.compile("^(以上|以内|（含）)?[至到~～—–\\-－、或和]*(不满|不超过|不足|至|到)?$");

    private static final Pattern ACTOR = Pattern.compile(
            "(?:由|报|经(?![理济营办费])|向|送|交|请)(?<by>(?:[^，。；、：由报经向]|经(?=[理济营办费])){2,24}?)(?:统一|具体|共同|按照|依照|直接|先行|书面)?(?:负责|审批|批准|审核|核准|审查|审议|决定|决议|制定|组织|办理|同意|备案|牵头|管理|归口|报告|签字|签发|备查|登记|批|管)(?!理?(?:[部处室科组员局司委人]|中心))");
    private static final Pattern SUBJECT =
            Pattern.compile("(?<by>[^，。；：、]{2,24}?)(?:是|为|作为|负责|归口|主管|牵头|统一|应当负责|对.{2,20}负)");

    private Phrase() {}

    /** Where the words stand in the sentence. */
    record Span(int start, int end) {}

    /**
     * The quantity with its bounds that a question of this kind asks for, the nearest to what the question names.
     *
     * @param distance how far a place in the sentence is from the question's words
     */
    static Optional<Span> quantity(String sentence, String question, QuestionKind kind, ToIntFunction<Span> distance) {
        List<Quantity> asked = Quantities.in(question);
        List<Span> spans = new ArrayList<>();
        for (Quantity quantity : Quantities.in(sentence)) {
            boolean fine =
                    kind == QuestionKind.MONEY && question.contains("罚") && quantity.kind() == Quantity.Kind.SHARE;
            boolean given = asked.stream()
                    .anyMatch(known -> known.value().compareTo(quantity.value()) == 0
                            && known.agreesWith(quantity)
                            && !quantity.unit().isEmpty());
            if (!given && (fine || fits(quantity, kind))) {
                spans.add(new Span(quantity.start(), quantity.end()));
            }
        }
        return spans.stream().min(java.util.Comparator.comparingInt(distance)).map(span -> widened(sentence, span));
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
        while (after.find() && !after.group().equals("的")) {
            end += after.end();
            after = AFTER.matcher(sentence.substring(end));
        }
        return new Span(start, end);
    }

    /** Who acts: 由安全管理部负责 gives 安全管理部. */
    static Optional<Span> actor(String sentence) {
        for (Pattern pattern : List.of(ACTOR, SUBJECT)) {
            Matcher matcher = pattern.matcher(sentence);
            if (matcher.find()) {
                return Optional.of(new Span(matcher.start("by"), matcher.end("by")));
            }
        }
        return Optional.empty();
    }
}
