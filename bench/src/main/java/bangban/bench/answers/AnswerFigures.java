package bangban.bench.answers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** The figures of an answers evaluation. */
final class AnswerFigures {

    private AnswerFigures() {}

    static Map<String, Object> of(List<Scored> cases) {
        List<Scored> answerable =
                cases.stream().filter(c -> c.asked().answerable()).toList();
        List<Scored> withAnswer =
                answerable.stream().filter(c -> !c.asked().accept().isEmpty()).toList();
        List<Scored> answered = answerable.stream().filter(c -> !c.refused()).toList();
        List<Scored> refused = cases.stream().filter(Scored::refused).toList();
        List<Scored> unanswerable =
                cases.stream().filter(c -> !c.asked().answerable()).toList();
        long rightlyRefused =
                refused.stream().filter(c -> !c.asked().answerable()).count();
        long emphasised =
                answered.stream().filter(c -> c.headline() != Headline.NONE).count();
        long right =
                answered.stream().filter(c -> c.headline() == Headline.RIGHT).count();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("cases", cases.size());
        figures.put(
                "answer_match", share(withAnswer.stream().filter(Scored::right).count(), withAnswer.size()));
        figures.put(
                "gold_found@10",
                share(
                        sum(answerable, Scored::goldFound),
                        sum(answerable, c -> c.asked().goldFiles().size())));
        figures.put("citation_precision", share(sum(answered, Scored::citedGold), sum(answered, Scored::cited)));
        figures.put(
                "citation_recall",
                share(
                        sum(answerable, Scored::goldCited),
                        sum(answerable, c -> c.asked().gold().size())));
        figures.put("citation_valid", share(sum(cases, Scored::valid), sum(cases, Scored::cited)));
        figures.put(
                "unsupported_rate",
                1 - share(sum(cases, c -> c.sentences() - c.unsupported()), sum(cases, Scored::sentences)));
        figures.put(
                "refusal",
                Map.of(
                        "precision", share(rightlyRefused, refused.size()),
                        "recall", share(rightlyRefused, unanswerable.size())));
        figures.put(
                "headline", Map.of("given", share(emphasised, answered.size()), "precision", share(right, emphasised)));
        figures.put("leaks", sum(cases, Scored::leaks));
        figures.put("p50_ms", percentile(cases, 0.5));
        figures.put("p95_ms", percentile(cases, 0.95));
        return figures;
    }

    private static long sum(List<Scored> cases, ToIntFunction<Scored> number) {
        return cases.stream().mapToInt(number).sum();
    }

    /** 1 where there is nothing to share. */
    private static double share(long part, long whole) {
        return whole == 0 ? 1 : Math.round(10_000.0 * part / whole) / 10_000.0;
    }

    private static long percentile(List<Scored> cases, double p) {
        long[] millis = cases.stream().mapToLong(Scored::millis).sorted().toArray();
        return millis.length == 0 ? 0 : millis[(int) Math.min(millis.length - 1, Math.floor(p * millis.length))];
    }
}
