package bangban.agents.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** From ranked sentences to an answer, or to none. */
final class AnswerSelector {

    /** Chosen on the development questions to lose as few right answers as invented ones. */
    private static final double ENOUGH = 0.78;
    /** Below this share of the likelihood the best clause does not stand clear, and the next are named too. */
    private static final double CLEAR = 0.7;

    /** What is named beside an answer need not answer by itself. */
    private static final double PLAUSIBLE = 0.35;

    private static final int MOST_RELATED = 2;

    private static final int NEAREST = 3;
    private static final double ABOUT_EQUAL = 0.5;

    private static final Pattern LABEL = Pattern.compile("^\\s*第[一二三四五六七八九十百千零〇\\d]+条\\s*");

    private AnswerSelector() {}

    static Answer select(QuestionKind kind, List<Scored> ranked, HeadlineFinder headlines) {
        if (ranked.isEmpty() || answerability(ranked) < ENOUGH) {
            return new Answer.None(ranked.stream().limit(NEAREST).toList());
        }
        Scored first = whole(withinList(newest(ranked), ranked), ranked);
        Optional<HeadlineFinder.Found> found = headlines.in(first.candidate());
        Scored about = found.map(headline -> first.about(headline.sentence())).orElse(first);
        List<Candidate> steps = kind == QuestionKind.STEPS ? Steps.around(about.candidate()) : List.of();
        Scored best = steps.isEmpty() ? about : about.about(steps.getFirst());
        List<Candidate> list = steps.isEmpty() ? list(best.candidate()) : steps.subList(1, steps.size());
        return new Answer.Given(
                best, found.map(HeadlineFinder.Found::headline).orElse(null), list, related(best, list, ranked));
    }

    /** Of the first, or of an item or row that is said with it. */
    private static double answerability(List<Scored> ranked) {
        Scored first = ranked.getFirst();
        return ranked.stream()
                .filter(scored -> scored == first || isItemOf(scored.candidate(), first.candidate()))
                .mapToDouble(Scored::answerability)
                .max()
                .orElse(0);
    }

    private static boolean isItemOf(Candidate item, Candidate leadIn) {
        return item.leadIn().equals(leadIn.text())
                && item.passage().id().equals(leadIn.passage().id());
    }

    /** Two documents in force that say the same word for word: the newer one. */
    private static Scored newest(List<Scored> ranked) {
        Scored first = ranked.getFirst();
        return ranked.stream()
                .filter(scored -> said(scored.candidate()).equals(said(first.candidate())))
                .max(Comparator.comparing(AnswerSelector::inForceSince))
                .filter(scored -> inForceSince(scored).isAfter(inForceSince(first)))
                .orElse(first);
    }

    private static String said(Candidate candidate) {
        return LABEL.matcher(candidate.leadIn() + candidate.text())
                .replaceFirst("")
                .replaceAll("\\s", "");
    }

    private static LocalDate inForceSince(Scored scored) {
        LocalDate from = scored.candidate().document().validity().from();
        return from == null ? LocalDate.MIN : from;
    }

    /** The best of the other clauses, until the likelihood that the one meant is among those named reaches {@link #CLEAR}. */
    private static List<Scored> related(Scored best, List<Candidate> list, List<Scored> ranked) {
        double top = ranked.getFirst().score();
        double all = ranked.stream()
                .mapToDouble(scored -> Math.exp(scored.score() - top))
                .sum();
        double named = likelihood(best, list, ranked, top) / all;
        List<Scored> related = new ArrayList<>();
        for (Scored next : ranked) {
            if (named >= CLEAR || related.size() == MOST_RELATED) {
                break;
            }
            boolean passedOver = next.answerability() < PLAUSIBLE
                    || covers(best.candidate(), list, next.candidate())
                    || said(next.candidate()).equals(said(best.candidate()))
                    || related.stream().anyMatch(other -> covers(other.candidate(), List.of(), next.candidate()));
            if (!passedOver) {
                related.add(next);
                named += likelihood(next, List.of(), ranked, top) / all;
            }
        }
        return related;
    }

    /** Of the clause that a candidate is said with, not normalized. */
    private static double likelihood(Scored of, List<Candidate> list, List<Scored> ranked, double top) {
        return ranked.stream()
                .filter(scored -> covers(of.candidate(), list, scored.candidate()))
                .mapToDouble(scored -> Math.exp(scored.score() - top))
                .sum();
    }

    /** True where the other is said with the best already, or is another item of its list. */
    private static boolean covers(Candidate best, List<Candidate> list, Candidate other) {
        boolean sibling = !best.leadIn().isEmpty()
                && best.leadIn().equals(other.leadIn())
                && best.passage().id().equals(other.passage().id());
        return best.unit().equals(other.unit())
                || sibling
                || list.stream().anyMatch(item -> item.unit().equals(other.unit()));
    }

    /** Where items or rows of one list fit about equally well, the question is after all of them: their lead-in answers. */
    private static Scored whole(Scored first, List<Scored> ranked) {
        Candidate item = first.candidate();
        if (item.leadIn().isEmpty() || isNamed(first)) {
            return first;
        }
        long equals = ranked.stream()
                .filter(scored -> scored.candidate().leadIn().equals(item.leadIn()))
                .filter(scored ->
                        scored.candidate().passage().id().equals(item.passage().id()))
                .filter(scored -> first.score() - scored.score() < ABOUT_EQUAL)
                .count();
        return equals < 2
                ? first
                : Candidates.of(item.document(), item.passage(), item.rank()).stream()
                        .filter(candidate -> candidate.text().equals(item.leadIn()))
                        .findFirst()
                        .map(first::about)
                        .orElse(first);
    }

    /** Where a lead-in ranks first but one of its items holds the amount that the question names, that item answers. */
    private static Scored withinList(Scored first, List<Scored> ranked) {
        return ranked.stream()
                .filter(AnswerSelector::isNamed)
                .filter(scored -> isItemOf(scored.candidate(), first.candidate()))
                .findFirst()
                .orElse(first);
    }

    /** True where the question itself points at this item or row: by an amount in its range or by its key. */
    private static boolean isNamed(Scored scored) {
        return scored.of(Signal.RANGE) > 0 || scored.of(Signal.ROW_KEY) > 0;
    }

    /** The items behind a sentence that ends in a colon. */
    static List<Candidate> list(Candidate best) {
        if (!Candidates.announces(best.text())) {
            return List.of();
        }
        return Candidates.of(best.document(), best.passage(), best.rank()).stream()
                .filter(candidate -> candidate.leadIn().equals(best.text()) && candidate.start() >= best.end())
                .toList();
    }
}
