package bangban.agents.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** From ranked sentences to an answer, or to none. */
final class AnswerSelector {

    /** Chosen on the development questions to lose as few right answers as invented ones. */
    private static final double ENOUGH = 0.55;

    private static final int NEAREST = 3;
    private static final double ABOUT_EQUAL = 0.12;

    private AnswerSelector() {}

    static Answer select(PolicyRequest request, QuestionWeights weights, List<Scored> ranked) {
        if (ranked.isEmpty() || Answerability.of(ranked.getFirst()) < ENOUGH) {
            return new Answer.None(ranked.stream().limit(NEAREST).toList());
        }
        Scored best = wholeTable(withinList(ranked.getFirst(), ranked), ranked);
        Candidate candidate = best.candidate();
        boolean table = !candidate.unit().cells().isEmpty();
        return new Answer.Given(
                best,
                table ? null : phrase(request, candidate).orElse(null),
                table ? RowReading.of(candidate.unit(), request, weights).orElse(null) : null,
                list(candidate));
    }

    /** Where rows of one table fit about equally well, the question is after the table: its lead-in answers, all rows follow. */
    private static Scored wholeTable(Scored first, List<Scored> ranked) {
        Candidate row = first.candidate();
        if (row.unit().cells().isEmpty() || row.leadIn().isEmpty() || first.range() > 0) {
            return first;
        }
        long equals = ranked.stream()
                .filter(scored -> !scored.candidate().unit().cells().isEmpty())
                .filter(scored ->
                        scored.candidate().passage().id().equals(row.passage().id()))
                .filter(scored -> first.score() - scored.score() < ABOUT_EQUAL)
                .count();
        return equals < 2
                ? first
                : Candidates.of(row.document(), row.passage(), row.rank()).stream()
                        .filter(candidate -> candidate.text().equals(row.leadIn()))
                        .findFirst()
                        .map(first::about)
                        .orElse(first);
    }

    /** Where a lead-in ranks first but one of its items holds the amount that the question names, that item answers. */
    private static Scored withinList(Scored first, List<Scored> ranked) {
        String text = first.candidate().text();
        return ranked.stream()
                .filter(scored -> scored.range() > 0)
                .filter(scored -> scored.candidate().leadIn().equals(text))
                .filter(scored -> scored.candidate()
                        .passage()
                        .id()
                        .equals(first.candidate().passage().id()))
                .findFirst()
                .orElse(first);
    }

    static Optional<Phrase.Span> phrase(PolicyRequest request, Candidate candidate) {
        String text = candidate.text();
        return switch (request.kind()) {
            case MONEY, SHARE, DURATION, COUNT ->
                Phrase.quantity(text, request.question(), request.kind(), nearQuestion(request, text));
            case WHO -> Phrase.actor(text);
            case YES_NO, DEFINITION, STEPS, LIST, OPEN -> Optional.empty();
        };
    }

    /** Distance from a place in the sentence to the nearest two characters that the question has too, in characters. */
    private static ToIntFunction<Phrase.Span> nearQuestion(PolicyRequest request, String text) {
        List<Integer> anchors = new ArrayList<>();
        for (int i = 0; i + 2 <= text.length(); i++) {
            if (Character.isLetter(text.charAt(i)) && request.query().contains(text.substring(i, i + 2))) {
                anchors.add(i);
            }
        }
        return span -> anchors.stream()
                .mapToInt(anchor -> anchor < span.start() ? span.start() - anchor : 2 * (anchor - span.start()))
                .min()
                .orElse(0);
    }

    /** The items behind a sentence that ends in a colon. */
    private static List<Candidate> list(Candidate best) {
        if (!best.text().endsWith("：") && !best.text().endsWith(":")) {
            return List.of();
        }
        return Candidates.of(best.document(), best.passage(), best.rank()).stream()
                .filter(candidate -> candidate.leadIn().equals(best.text()) && candidate.start() >= best.end())
                .toList();
    }
}
