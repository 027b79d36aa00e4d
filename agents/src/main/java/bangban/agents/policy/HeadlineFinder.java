package bangban.agents.policy;

import bangban.language.number.Quantities;
import bangban.language.number.Quantity;
import bangban.language.number.QuantityRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the words of a paragraph that the asker came for. The sentence that ranked first may name several quantities, and the one asked
 * for may stand in the next; where two fit about equally nothing is emphasised, because wrong words at the head of an answer are worse
 * than none.
 */
final class HeadlineFinder {

    /** What holds in graver or special cases only, unless the question is about such a case. */
    private static final Pattern GRADED = Pattern.compile("情节(特别)?严重|特别|逾期|拒不|特殊|延长|难产|多胞胎|情节较轻|严重后果|构成");

    private static final double RANKED_FIRST = 0.12;
    private static final double WITHIN_CONDITION = 0.25;
    private static final double TOLD = 0.2;
    private static final double ANOTHER_GRADE = 0.2;
    private static final double IN_RANGE = 0.3;
    private static final double BOUND = 0.1;
    private static final double ARTICLE = 0.3;
    /** Two words that fit about equally are not told apart by guessing. */
    private static final double TIE = 0.03;

    private final PolicyRequest request;
    private final QuestionWeights weights;
    private final AskedQuantity asked;
    private final List<Quantity> named;

    HeadlineFinder(PolicyRequest request, QuestionWeights weights) {
        this.request = request;
        this.weights = weights;
        asked = AskedQuantity.of(request.question());
        named = AskedQuantity.named(request.question());
    }

    /** A headline and the sentence of the paragraph that it is taken from. */
    record Found(Headline headline, Candidate sentence) {}

    /** Words that may be emphasised, with how well they fit. */
    private record Option(Stretch stretch, Phrase.Span span, String words, double fit) {}

    Optional<Found> in(Candidate best) {
        if (!best.unit().cells().isEmpty()) {
            return RowReading.of(best.unit(), request, weights)
                    .map(reading -> new Found(new Headline.Cell(reading), best));
        }
        List<Stretch> paragraph = Stretch.ofParagraph(best);
        return switch (request.kind()) {
            case MONEY, SHARE, DURATION, COUNT -> clear(quantities(paragraph));
            case WHO -> clear(parties(paragraph));
            case YES_NO ->
                Verdict.of(request.question(), paragraph, weights)
                        .map(found -> new Found(new Headline.Decision(found.verdict()), found.sentence()));
            case DEFINITION, STEPS, LIST, OPEN -> Optional.empty();
        };
    }

    /** The option that fits best, where none that says something else fits about as well. */
    private static Optional<Found> clear(List<Option> options) {
        List<Option> sorted = options.stream()
                .sorted(Comparator.comparingDouble(Option::fit).reversed())
                .toList();
        if (sorted.isEmpty()) {
            return Optional.empty();
        }
        Option first = sorted.getFirst();
        boolean tied = sorted.stream()
                .anyMatch(other ->
                        first.fit() - other.fit() < TIE && !other.words().equals(first.words()));
        return tied
                ? Optional.empty()
                : Optional.of(new Found(
                        new Headline.Words(first.span()), first.stretch().sentence()));
    }

    private List<Option> quantities(List<Stretch> paragraph) {
        List<Option> options = new ArrayList<>();
        for (Stretch stretch : paragraph) {
            String text = stretch.sentence().text();
            for (Phrase.Span span : Phrase.quantities(text, request.question(), request.kind())) {
                if (stretch.segment().holds(span.start()) && !stretch.leads() && mayAnswer(stretch)) {
                    String words = text.substring(span.start(), span.end());
                    options.add(new Option(stretch, span, words, fit(stretch) + bounds(stretch) + form(words)));
                }
            }
        }
        List<Option> inUnit = options.stream().filter(this::isInUnit).toList();
        return inUnit.isEmpty() ? options : inUnit;
    }

    /** What a condition names is the answer only where the question tells the condition: 多少人以上就必须建工会. */
    private boolean mayAnswer(Stretch stretch) {
        return !stretch.segment().isCondition() || stretch.coverage(weights) >= TOLD;
    }

    private boolean isInUnit(Option option) {
        return Quantities.in(option.words()).stream().anyMatch(asked::agrees);
    }

    private List<Option> parties(List<Stretch> paragraph) {
        List<Option> options = new ArrayList<>();
        for (Stretch stretch : paragraph) {
            String text = stretch.sentence().text();
            for (Phrase.Span span : Phrase.parties(text, request.question())) {
                if (stretch.ranked() && stretch.segment().holds(span.start())) {
                    options.add(new Option(stretch, span, text.substring(span.start(), span.end()), fit(stretch)));
                }
            }
        }
        return options;
    }

    private double fit(Stretch stretch) {
        double fit = stretch.coverage(weights);
        fit += stretch.ranked() ? RANKED_FIRST : 0;
        fit -= stretch.segment().isCondition() ? WITHIN_CONDITION : 0;
        String said = stretch.conditions() + stretch.segment().text();
        fit -= ofAnotherGrade(said) ? ANOTHER_GRADE : 0;
        return fit + IN_RANGE * range(stretch);
    }

    /** True where one speaks of a grave or special case and the other does not. */
    private boolean ofAnotherGrade(String said) {
        String question = request.question();
        return GRADED.matcher(said).results().anyMatch(grade -> !question.contains(grade.group()))
                || GRADED.matcher(question).results().anyMatch(grade -> !said.contains(grade.group()));
    }

    /** 1 where the conditions hold for a quantity that the question names, -1 where they hold for others only. */
    private int range(Stretch stretch) {
        List<QuantityRange> ranges =
                QuantityRange.in(stretch.conditions() + "\n" + stretch.segment().text());
        int range = 0;
        for (Quantity each : named) {
            if (Phrase.isArticle(each)) {
                continue;
            }
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

    private double bounds(Stretch stretch) {
        return BOUND * asked.boundIn(stretch.segment().text());
    }

    private static double form(String words) {
        return !words.contains("每") && Quantities.in(words).stream().allMatch(Phrase::isArticle) ? -ARTICLE : 0;
    }
}
