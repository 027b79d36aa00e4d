package bangban.agents.policy;

import bangban.knowledge.place.Tier;
import bangban.knowledge.retrieve.Synonyms;
import bangban.language.analyze.TermAnalyzer;
import bangban.language.encode.TextEncoder;
import bangban.language.number.Quantities;
import bangban.language.number.Quantity;
import bangban.language.number.QuantityRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ranks the sentences of the passages found by how well each answers the question. */
final class AnswerFinder {

    /** Sentences compared by meaning; the encoder takes about 3 ms each. */
    private static final int COMPARED = 28;

    private static final Pattern DEFINES = Pattern.compile("是指|，指|系指|所称.{1,20}是|means|refers to");
    private static final Pattern NUMBERED = Pattern.compile("^\\s*([（(]?[一二三四五六七八九十\\d]+[）).、．])");
    private static final Pattern NUMBERED_THING =
            Pattern.compile("([\\d一二三四五六七八九十]{1,3})\\s*[号#]\\s*([\\p{IsHan}]{2})");
    /** A row's key in the question says less than an amount within a range. */
    private static final double ROW = 0.5;

    private static final double[] DISCOUNTS = {1, 0.9, 0.75, 0.6, 0.35};

    private final TermAnalyzer analyzer;
    private final TextEncoder encoder;
    private final Synonyms synonyms;

    AnswerFinder(TermAnalyzer analyzer, TextEncoder encoder, Synonyms synonyms) {
        this.analyzer = analyzer;
        this.encoder = encoder;
        this.synonyms = synonyms;
    }

    QuestionWeights weights(PolicyRequest request, List<FoundText> found) {
        Set<String> pool = new LinkedHashSet<>();
        found.forEach(text -> {
            pool.add(TermWeights.normal(String.join(" ", text.passage().path())));
            text.passage()
                    .units()
                    .forEach(unit -> pool.add(TermWeights.normal(Candidates.textOf(text.passage(), unit))));
        });
        TermWeights asked = TermWeights.of(request.query(), request.focus(), pool, analyzer, synonyms);
        return request.chinese().isEmpty()
                ? new QuestionWeights(asked, null)
                : new QuestionWeights(asked, TermWeights.of(request.chinese(), "", pool, analyzer, synonyms));
    }

    /** The candidates that may answer, the best first; empty where nothing was found. */
    List<Scored> rank(PolicyRequest request, List<FoundText> found, QuestionWeights weights) {
        List<Scored> lexical = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            double retrieval = 1 / (1 + 0.2 * i);
            for (Candidate candidate :
                    Candidates.of(found.get(i).document(), found.get(i).passage(), i)) {
                lexical.add(score(candidate, request, weights, retrieval));
            }
        }
        lexical.sort(Comparator.comparingDouble(Scored::score).reversed());
        List<Scored> compared = compare(request, lexical.subList(0, Math.min(COMPARED, lexical.size())));
        compared.sort(Comparator.comparingDouble(Scored::score).reversed());
        return compared;
    }

    private List<Scored> compare(PolicyRequest request, List<Scored> lexical) {
        List<String> texts = new ArrayList<>();
        texts.add(request.query());
        texts.add(request.chinese().isEmpty() ? request.query() : request.chinese());
        lexical.forEach(scored -> texts.add(meaning(scored.candidate())));
        List<String> units = lexical.stream()
                .map(scored -> unit(scored.candidate()))
                .distinct()
                .toList();
        texts.addAll(units);
        List<float[]> vectors = encoder.encodeAll(texts);
        List<Scored> compared = new ArrayList<>();
        for (int i = 0; i < lexical.size(); i++) {
            int unit = units.indexOf(unit(lexical.get(i).candidate()));
            compared.add(
                    lexical.get(i).with(similarity(vectors, 2 + i), similarity(vectors, 2 + lexical.size() + unit)));
        }
        return compared;
    }

    private static Scored score(Candidate candidate, PolicyRequest request, QuestionWeights weights, double retrieval) {
        String sentence = TermWeights.normal(candidate.text());
        String context = TermWeights.normal(candidate.context());
        String[] texts = {
            sentence,
            TermWeights.normal(candidate.leadIn()),
            context,
            TermWeights.normal(Candidates.textOf(candidate.passage(), candidate.unit())),
            TermWeights.normal(candidate.passage().text())
        };
        return new Scored(
                candidate,
                namesAnother(texts, request) ? 1 : 0,
                weights.coverage(sentence),
                weights.coverage(texts, DISCOUNTS),
                weights.coverage(context),
                0,
                0,
                fits(candidate, request, weights) ? 1 : 0,
                range(candidate, request),
                retrieval,
                candidate.document().place().tier() == Tier.PERSONAL ? 0 : 1);
    }

    private static double range(Candidate candidate, PolicyRequest request) {
        List<Quantity> asked = Quantities.in(request.question()).stream()
                .filter(quantity -> !quantity.unit().isEmpty())
                .toList();
        List<QuantityRange> ranges = QuantityRange.in(candidate.text());
        if (isRowOf(candidate, request.question())) {
            return ROW;
        }
        double range = 0;
        for (Quantity quantity : asked) {
            List<QuantityRange> comparable =
                    ranges.stream().filter(r -> r.measures(quantity)).toList();
            if (comparable.stream().anyMatch(r -> r.contains(quantity))) {
                return 1;
            }
            range = comparable.isEmpty() ? range : -1;
        }
        return range;
    }

    /** True where a cell of words stands in the question: the row of 北京. */
    private static boolean isRowOf(Candidate candidate, String question) {
        return candidate.unit().cells().stream()
                .map(String::strip)
                .anyMatch(cell ->
                        cell.length() > 1 && cell.chars().noneMatch(Character::isDigit) && question.contains(cell));
    }

    /** True where the question names a thing by number and the clause names only others: 3号高炉 against 1号、2号高炉. */
    private static boolean namesAnother(String[] texts, PolicyRequest request) {
        String all = String.join("\n", texts);
        Matcher asked = NUMBERED_THING.matcher(request.question());
        while (asked.find()) {
            String thing = asked.group(2);
            if (all.contains(thing) && !all.matches("(?s).*" + Pattern.quote(asked.group(1)) + "\\s*[号#]" + ".*")) {
                return NUMBERED_THING.matcher(all).find();
            }
        }
        return false;
    }

    private static boolean fits(Candidate candidate, PolicyRequest request, QuestionWeights weights) {
        String text = candidate.text();
        QuestionKind kind = request.kind();
        if (!candidate.unit().cells().isEmpty()) {
            return RowReading.of(candidate.unit(), request, weights).isPresent();
        }
        if (text.endsWith("：") && Candidates.leads(candidate)) {
            return kind != QuestionKind.YES_NO && (!kind.asksForQuantity() || leadsToQuantity(candidate, request));
        }
        return switch (kind) {
            case MONEY, SHARE, DURATION, COUNT ->
                Phrase.quantity(text, request.question(), kind, span -> 0).isPresent();
            case YES_NO -> Polarity.of(text) != Polarity.STATED;
            case WHO -> Phrase.actor(text).isPresent();
            case DEFINITION -> DEFINES.matcher(text).find();
            case STEPS, LIST -> text.endsWith("：") || NUMBERED.matcher(text).find() || text.length() > 20;
            case OPEN -> text.length() > 12;
        };
    }

    /** True where an item or row behind the lead-in holds a quantity of the kind, its unit perhaps in the header. */
    private static boolean leadsToQuantity(Candidate leadIn, PolicyRequest request) {
        return leadIn.passage().units().stream()
                .filter(unit -> unit.start() >= leadIn.end())
                .map(unit -> String.join("", unit.header()) + Candidates.textOf(leadIn.passage(), unit))
                .anyMatch(text -> Quantities.in(text).stream().anyMatch(q -> Phrase.fits(q, request.kind()))
                        || (request.kind() == QuestionKind.MONEY && text.contains("元")));
    }

    private static String meaning(Candidate candidate) {
        List<String> path = candidate.passage().path();
        String heading = path.isEmpty() ? "" : path.getLast();
        return candidate.document().title() + " " + heading + " " + candidate.leadIn() + candidate.text();
    }

    private static String unit(Candidate candidate) {
        return candidate.leadIn() + Candidates.textOf(candidate.passage(), candidate.unit());
    }

    /** With the question in the language that is closer; the first two vectors are the question's. */
    private static double similarity(List<float[]> vectors, int text) {
        return Math.max(product(vectors.get(0), vectors.get(text)), product(vectors.get(1), vectors.get(text)));
    }

    private static double product(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
