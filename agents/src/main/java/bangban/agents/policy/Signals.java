package bangban.agents.policy;

import bangban.knowledge.place.Tier;
import bangban.language.clause.ClauseReference;
import bangban.language.number.Quantities;
import bangban.language.number.Quantity;
import bangban.language.number.QuantityRange;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What speaks for a candidate by its words and its form; what speaks for it by meaning is added by {@link AnswerFinder}. */
final class Signals {

    /** A term in the sentence, in its lead-in, in the headings, in the rest of the paragraph, elsewhere in the passage. */
    private static final double[] DISCOUNTS = {1, 0.9, 0.75, 0.6, 0.35};

    private static final double FARTHEST = -2;
    private static final Pattern SANCTION = Pattern.compile(
            "罚款|罚金|处分|吊销|没收|追究|责令.{0,12}(改正|停|整顿|关闭)|予以警告|给予警告|警告，|拘留|刑事责任|赔偿责任|滞纳金|penalty|fine[ds]?\\b");
    private static final Pattern ASKS_SANCTION = Pattern.compile(
            "罚|处分|追究|后果|吊销|没收|(什么|哪些|法律|刑事|赔偿)责任|处理|赔|滞纳金|fine|penalt|punish", Pattern.CASE_INSENSITIVE);
    private static final Pattern NEGATIVE = Pattern.compile(
            "不得|不能|不可|不予|不许|不准|不算|不计|不属|不视|不受|不适用|不应|不再|不需|无需|无须|禁止|严禁|除外|免(?!费|税)|not\\b|never|without");
    private static final Pattern ASKS_NEGATIVE = Pattern.compile(
            "(?<!能|可|许|准|算|行|该|应|是|会|要|用)不(得|能|可|予|许|准|算|计|属|视|受|适用|应|再|需|用|行|让|了)|无需|禁止|除外|例外|免于|\\bnot\\b");
    /** What stands before a reference to the same rule: 违反本法第, or 、第 in a row of them. */
    private static final Pattern OWN_RULE = Pattern.compile("(本(法|条例|办法|规定|细则|制度|规程)|[、，和或者及至到])$");

    private static final Pattern PARAGRAPH_BEFORE = Pattern.compile("前(两|二|三)?款|本条第");
    private static final Pattern STATE_TITLE = Pattern.compile("中华人民共和国|[《》]|[（(][^）)]*[）)]|\\s");
    private static final Pattern NUMBERED = Pattern.compile("^\\s*([（(]?[一二三四五六七八九十\\d]+[）).、．])");
    private static final Pattern NUMBERED_THING =
            Pattern.compile("([\\d一二三四五六七八九十]{1,3})\\s*[号#]\\s*([\\p{IsHan}]{2})");

    private final PolicyRequest request;
    private final QuestionWeights weights;
    private final PolicyLibrary library;
    private final Applicability applicability;
    private final Alternatives alternatives;
    private final ToDoubleFunction<String> pairs;
    private final List<Quantity> asked;
    private final AskedQuantity quantity;
    private final Optional<String> term;
    private final boolean sanction;
    private final boolean negative;
    private final Map<String, Double> beyond = new HashMap<>();
    private final Map<String, Double> articles = new HashMap<>();

    Signals(
            PolicyRequest request,
            QuestionWeights weights,
            PolicyLibrary library,
            Applicability applicability,
            Alternatives alternatives) {
        this.applicability = applicability;
        this.alternatives = alternatives;
        this.request = request;
        this.weights = weights;
        this.library = library;
        pairs = library.coverage(request.search());
        asked = AskedQuantity.named(request.question()).stream()
                .filter(each -> !Phrase.isArticle(each))
                .toList();
        quantity = AskedQuantity.of(request.question());
        term = request.kind() == QuestionKind.DEFINITION ? Definition.asked(request.query()) : Optional.empty();
        sanction = ASKS_SANCTION.matcher(request.question()).find();
        negative = request.kind() == QuestionKind.LIST
                && ASKS_NEGATIVE.matcher(request.question()).find();
    }

    /** Learns what the articles that were found say, so that a sentence which refers to one speaks of that too. */
    Signals knowing(List<FoundText> found) {
        for (FoundText text : found) {
            double covered = weights.coverage(TermWeights.normal(text.passage().text()));
            article(text.passage().clause())
                    .ifPresent(article -> articles.merge(text.document().id() + article, covered, Math::max));
        }
        return this;
    }

    private static Optional<String> article(String clause) {
        return ClauseReference.findAll(clause).stream()
                .findFirst()
                .flatMap(found -> found.reference().article());
    }

    /** Coverage by the best of the rules that the sanction refers to; 0 where it refers to none that was found. */
    private double referred(Candidate candidate) {
        String text = candidate.leadIn() + candidate.text();
        if (!sanction || !SANCTION.matcher(text).find()) {
            return 0;
        }
        String said = candidate.leadIn() + paragraphUpTo(candidate);
        double before =
                PARAGRAPH_BEFORE.matcher(said).find() ? weights.coverage(TermWeights.normal(before(candidate))) : 0;
        Optional<String> own = article(candidate.unit().clause());
        return ClauseReference.findAll(said).stream()
                .filter(found ->
                        OWN_RULE.matcher(said.substring(0, found.start())).find())
                .flatMap(found -> found.reference().article().stream())
                .filter(article -> !own.equals(Optional.of(article)))
                .mapToDouble(
                        article -> articles.getOrDefault(candidate.document().id() + article, 0.0))
                .reduce(before, Math::max);
    }

    /** 情节严重的，并处…… goes on with the reference that its paragraph begins with. */
    private static String paragraphUpTo(Candidate candidate) {
        int offset = candidate.passage().start();
        return candidate.passage().text().substring(candidate.unit().start() - offset, candidate.end() - offset);
    }

    private static String before(Candidate candidate) {
        return candidate
                .passage()
                .text()
                .substring(0, candidate.start() - candidate.passage().start());
    }

    /** @param best the score of the passage found first */
    Map<Signal, Double> of(Candidate candidate, FoundText found, double best) {
        Map<Signal, Double> signals = new EnumMap<>(Signal.class);
        words(candidate, signals);
        form(candidate, signals);
        signals.put(Signal.RANK, 1 / (1 + 0.2 * candidate.rank()));
        signals.put(Signal.BEHIND, Math.max(FARTHEST, found.score() - best));
        signals.put(Signal.PASSAGE_MEANING, found.cosine());
        String title = STATE_TITLE.matcher(candidate.document().title()).replaceAll("");
        signals.put(Signal.TITLE, flag(title.length() > 1 && request.question().contains(title)));
        signals.put(
                Signal.TITLE_BEYOND,
                beyond.computeIfAbsent(title, key -> 1 - library.coverage(key).applyAsDouble(request.search())));
        signals.put(
                Signal.ELSEWHERE,
                flag(!applicability.covers(candidate.document().place())));
        signals.put(Signal.NOTE, flag(candidate.document().place().tier() == Tier.PERSONAL));
        return signals;
    }

    private void words(Candidate candidate, Map<Signal, Double> signals) {
        String[] texts = {
            TermWeights.normal(candidate.text()),
            TermWeights.normal(candidate.leadIn()),
            TermWeights.normal(candidate.context()),
            TermWeights.normal(Candidates.textOf(candidate.passage(), candidate.unit())),
            TermWeights.normal(candidate.passage().text())
        };
        signals.put(Signal.CLAUSE, weights.coverage(texts, DISCOUNTS));
        signals.put(
                Signal.PAIRS,
                pairs.applyAsDouble(candidate.context() + "\n" + candidate.leadIn() + "\n" + candidate.text()));
        signals.put(Signal.FOCUS, focus(candidate));
        signals.put(Signal.MISSED, weights.missed(texts));
        signals.put(Signal.REFERRED, referred(candidate));
        signals.put(Signal.OTHER_THING, flag(namesAnother(texts) || excludes(candidate)));
        signals.put(Signal.LENGTH, Math.log(Math.max(1, candidate.text().length())));
    }

    private double focus(Candidate candidate) {
        return request.focus().isEmpty()
                ? 0
                : library.coverage(request.focus()).applyAsDouble(candidate.leadIn() + candidate.text());
    }

    private void form(Candidate candidate, Map<Signal, Double> signals) {
        String text = candidate.text();
        String said = candidate.leadIn() + text;
        boolean leads = text.endsWith("：") && Candidates.leads(candidate);
        boolean afterList = request.kind() == QuestionKind.LIST || request.kind() == QuestionKind.STEPS;
        boolean states = SANCTION.matcher(said).find();
        signals.put(Signal.FITS, flag(fits(candidate)));
        signals.put(Signal.UNIT_ASKED, flag(quantity.unitIn(Quantities.in(text), asked)));
        signals.put(Signal.BOUND, (double) quantity.boundIn(text));
        signals.put(
                Signal.DEFINES,
                term.map(wanted -> Definition.defines(text, wanted)).orElse(0.0));
        signals.put(Signal.SANCTION, flag(states && sanction));
        signals.put(Signal.SANCTION_UNASKED, flag(states && !sanction));
        signals.put(Signal.NEGATIVE, negative ? (NEGATIVE.matcher(said).find() ? 1.0 : -1.0) : 0.0);
        signals.put(Signal.LIST, flag(leads && afterList));
        signals.put(Signal.LEAD_IN, flag(leads && !afterList && fits(candidate)));
        signals.put(Signal.RANGE, range(candidate));
        signals.put(Signal.ROW_KEY, flag(isRowOf(candidate)));
        signals.put(Signal.ROW, flag(!candidate.unit().cells().isEmpty()));
    }

    private static double flag(boolean holds) {
        return holds ? 1 : 0;
    }

    private double range(Candidate candidate) {
        List<QuantityRange> ranges = QuantityRange.in(candidate.text());
        double range = 0;
        for (Quantity each : asked) {
            List<QuantityRange> comparable = each.unit().isEmpty()
                    ? List.of()
                    : ranges.stream().filter(r -> r.measures(each)).toList();
            if (comparable.stream().anyMatch(r -> r.contains(each))) {
                return 1;
            }
            range = comparable.isEmpty() ? range : -1;
        }
        return range;
    }

    /** True where a cell of words stands in the question: the row of 北京. */
    private boolean isRowOf(Candidate candidate) {
        return candidate.unit().cells().stream()
                .map(String::strip)
                .anyMatch(cell -> cell.length() > 1
                        && cell.chars().noneMatch(Character::isDigit)
                        && request.question().contains(cell));
    }

    private boolean excludes(Candidate candidate) {
        return alternatives.exclude(request.question(), candidate.leadIn() + candidate.text());
    }

    /** True where the question names a thing by number and the clause names only others: 3号高炉 against 1号、2号高炉. */
    private boolean namesAnother(String[] texts) {
        String all = String.join("\n", texts);
        Matcher thing = NUMBERED_THING.matcher(request.question());
        while (thing.find()) {
            boolean same = all.matches("(?s).*" + Pattern.quote(thing.group(1)) + "\\s*[号#]" + ".*");
            if (all.contains(thing.group(2)) && !same) {
                return NUMBERED_THING.matcher(all).find();
            }
        }
        return false;
    }

    private boolean fits(Candidate candidate) {
        String text = candidate.text();
        QuestionKind kind = request.kind();
        if (!candidate.unit().cells().isEmpty()) {
            return RowReading.of(candidate.unit(), request, weights).isPresent();
        }
        if (text.endsWith("：") && Candidates.leads(candidate)) {
            return switch (kind) {
                case YES_NO, WHO -> false;
                case MONEY, SHARE, DURATION, COUNT -> leadsToQuantity(candidate);
                case DEFINITION, STEPS, LIST, OPEN -> true;
            };
        }
        return switch (kind) {
            case MONEY, SHARE, DURATION, COUNT ->
                !Phrase.quantities(text, request.question(), kind).isEmpty();
            case YES_NO -> Polarity.of(text) != Polarity.STATED;
            case WHO -> !Phrase.parties(text, request.question()).isEmpty();
            case DEFINITION -> Definition.isDefinition(text);
            case STEPS, LIST -> text.endsWith("：") || NUMBERED.matcher(text).find() || text.length() > 20;
            case OPEN -> text.length() > 12;
        };
    }

    /** True where an item or row behind the lead-in holds a quantity of the kind, its unit perhaps in the header. */
    private boolean leadsToQuantity(Candidate leadIn) {
        return leadIn.passage().units().stream()
                .filter(unit -> unit.start() >= leadIn.end())
                .map(unit -> String.join("", unit.header()) + Candidates.textOf(leadIn.passage(), unit))
                .anyMatch(text -> Quantities.in(text).stream().anyMatch(q -> Phrase.fits(q, request.kind()))
                        || (request.kind() == QuestionKind.MONEY && text.contains("元")));
    }
}
