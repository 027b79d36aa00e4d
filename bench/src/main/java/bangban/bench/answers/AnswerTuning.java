package bangban.bench.answers;

import bangban.bench.Arguments;
import bangban.bench.JsonLines;
import bangban.bench.learn.ListwiseLearner;
import bangban.bench.learn.LogisticLearner;
import bangban.bench.learn.Scale;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code bench answers-tune --signals FILE[,FILE…]}: fits the ranking of sentences and the judgement whether the best one answers, and
 * says by cross-validation what they are worth on questions they were not fitted on.
 */
public final class AnswerTuning {

    static final List<String> RANKING = List.of(
            "CLAUSE",
            "PAIRS",
            "MISSED",
            "REFERRED",
            "MEANING",
            "UNIT_MEANING",
            "PASSAGE_MEANING",
            "TOKENS",
            "OWN_TOKENS",
            "READ",
            "FOCUS",
            "RANK",
            "BEHIND",
            "FITS",
            "UNIT_ASKED",
            "BOUND",
            "DEFINES",
            "SANCTION",
            "SANCTION_UNASKED",
            "NEGATIVE",
            "LIST",
            "LEAD_IN",
            "RANGE",
            "ROW_KEY",
            "TITLE",
            "TITLE_BEYOND",
            "LENGTH",
            "ROW",
            "OTHER_THING",
            "NOTE");

    static final List<String> ANSWERABILITY = List.of(
            "CLAUSE",
            "PAIRS",
            "MISSED",
            "REFERRED",
            "MEANING",
            "UNIT_MEANING",
            "PASSAGE_MEANING",
            "TOKENS",
            "OWN_TOKENS",
            "READ",
            "FITS",
            "UNIT_ASKED",
            "BOUND",
            "DEFINES",
            "SANCTION",
            "SANCTION_UNASKED",
            "LIST",
            "LEAD_IN",
            "RANGE",
            "OTHER_THING",
            "ROW");

    private static final ListwiseLearner RANKER = new ListwiseLearner(ListwiseLearner.Target.ANY, 0.02, 600, 0.1);
    private static final LogisticLearner JUDGE = new LogisticLearner(0.05, 800, 0.1);
    private static final int FOLDS = 5;
    private static final int REPEATS = 2;
    private static final List<Double> RECALLS = List.of(0.8, 0.85, 0.9, 0.93);

    private AnswerTuning() {}

    /** Prints the figures and the weights as one JSON line, the last. */
    public static void run(List<String> args, PrintStream out) throws IOException {
        Arguments arguments = Arguments.parse(args.toArray(String[]::new), Set.of("signals"));
        List<SignalCase> cases = new ArrayList<>();
        for (String file : arguments.get("signals").orElse("").split(",", -1)) {
            JsonLines.read(Path.of(file)).forEach(row -> SignalCase.of(row).ifPresent(cases::add));
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        List<Judged> judged = crossValidated(cases);
        List<Judged> answerable =
                judged.stream().filter(each -> each.of().answerable()).toList();
        figures.put("cases", cases.size());
        figures.put("cross_validated_first", share(answerable, each -> each.rightIn(1)));
        figures.put("cross_validated_three", share(answerable, each -> each.rightIn(3)));
        figures.put(
                "cross_validated_refusal",
                RECALLS.stream().map(recall -> at(judged, recall)).toList());
        Fitted all = Fitted.on(cases);
        figures.put("ranking", named(RANKING, all.ranking(), 0));
        figures.put("intercept", rounded(all.judging()[0]));
        figures.put("answerability", named(ANSWERABILITY, all.judging(), 1));
        out.println(JsonMapper.shared().writeValueAsString(figures));
    }

    /** Both models, for the signals as they are. */
    @SuppressWarnings("ArrayRecordComponent") // computed with, never compared
    private record Fitted(double[] ranking, double[] judging) {

        static Fitted on(List<SignalCase> cases) {
            Scale scale = Scale.of(
                    cases.stream()
                            .flatMap(each -> Arrays.stream(each.rows(RANKING)))
                            .toList(),
                    RANKING.size());
            double[] ranking = scale.unscaled(RANKER.learn(
                    cases.stream()
                            .map(each -> new ListwiseLearner.Example(scale.scaled(each.rows(RANKING)), each.right()))
                            .toList(),
                    RANKING.size()));
            return new Fitted(ranking, judge(cases, ranking));
        }

        /** On the best sentence of each question: right ones against those of questions that nothing answers. */
        private static double[] judge(List<SignalCase> cases, double[] ranking) {
            List<Judged> best = cases.stream()
                    .map(each -> new Judged(each, each.order(RANKING, ranking), 0))
                    .toList();
            List<Judged> telling = best.stream()
                    .filter(each -> !each.of().answerable() || each.rightIn(1))
                    .toList();
            List<double[]> rows = telling.stream().map(Judged::features).toList();
            Scale scale = Scale.of(rows, ANSWERABILITY.size());
            return scale.unscaledWithIntercept(JUDGE.learn(
                    telling.stream()
                            .map(each -> new LogisticLearner.Example(
                                    scale.scaled(each.features()), each.of().answerable()))
                            .toList(),
                    ANSWERABILITY.size()));
        }

        Judged judge(SignalCase of) {
            List<Integer> order = of.order(RANKING, ranking);
            Judged unjudged = new Judged(of, order, 0);
            return new Judged(of, order, LogisticLearner.probability(unjudged.features(), judging));
        }
    }

    /** A question with its sentences in order and the probability that the first of them answers. */
    private record Judged(SignalCase of, List<Integer> order, double probability) {

        double[] features() {
            return of.rows(ANSWERABILITY)[order.getFirst()];
        }

        boolean rightIn(int first) {
            return order.stream().limit(first).anyMatch(i -> of.right()[i]);
        }
    }

    private static List<Judged> crossValidated(List<SignalCase> cases) {
        List<Judged> judged = new ArrayList<>();
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            List<SignalCase> shuffled = new ArrayList<>(cases);
            Collections.shuffle(shuffled, new Random(repeat));
            for (int fold = 0; fold < FOLDS; fold++) {
                int held = fold;
                Fitted fitted = Fitted.on(IntStream.range(0, shuffled.size())
                        .filter(i -> i % FOLDS != held)
                        .mapToObj(shuffled::get)
                        .toList());
                for (int i = held; i < shuffled.size(); i += FOLDS) {
                    judged.add(fitted.judge(shuffled.get(i)));
                }
            }
        }
        return judged;
    }

    /** What remains of the right answers where the threshold refuses this share of the unanswerable questions. */
    private static Map<String, Double> at(List<Judged> judged, double recall) {
        List<Double> unanswerable = judged.stream()
                .filter(each -> !each.of().answerable())
                .map(Judged::probability)
                .sorted()
                .toList();
        if (unanswerable.isEmpty()) {
            return Map.of();
        }
        double threshold = unanswerable.get((int) Math.ceil(recall * unanswerable.size()) - 1);
        List<Judged> answerable =
                judged.stream().filter(each -> each.of().answerable()).toList();
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("recall", recall);
        figures.put("threshold", rounded(threshold));
        figures.put("right", share(answerable, each -> each.rightIn(1) && each.probability() > threshold));
        figures.put("refused", share(answerable, each -> each.probability() <= threshold));
        return figures;
    }

    private static double share(List<Judged> judged, java.util.function.Predicate<Judged> holds) {
        ToDoubleFunction<Judged> counted = each -> holds.test(each) ? 1 : 0;
        return rounded(judged.stream().mapToDouble(counted).average().orElse(0));
    }

    private static Map<String, Double> named(List<String> names, double[] weights, int offset) {
        Map<String, Double> named = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            named.put(names.get(i), rounded(weights[i + offset]));
        }
        return named;
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
