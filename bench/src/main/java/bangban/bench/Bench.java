package bangban.bench;

import bangban.bench.answers.AnswerSignals;
import bangban.bench.answers.AnswerTuning;
import bangban.bench.answers.AnswersEvaluation;
import bangban.bench.answers.AnswersExport;
import bangban.bench.answers.TurnsBenchmark;
import bangban.bench.ocr.OcrBenchmark;
import bangban.bench.permissions.PermissionProof;
import bangban.bench.retrieval.AdapterTraining;
import bangban.bench.retrieval.RetrievalEvaluation;
import bangban.bench.retrieval.RetrievalTuning;
import bangban.bench.routing.RoutingEval;
import bangban.bench.search.SearchBenchmark;
import bangban.bench.stress.StressProof;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code bangban eval}, {@code bangban prove} and {@code bangban bench}. */
public final class Bench {

    private static final int LAWS_NEEDED = 27;

    private static final List<String> NAMES = List.of(
            "eval retrieval",
            "eval routing",
            "eval answers",
            "prove laws",
            "prove permissions",
            "prove stress",
            "bench search",
            "bench turns",
            "bench ocr",
            "bench start",
            "bench retrieval-adapt",
            "bench retrieval-tune",
            "bench answers-retrieval",
            "bench answers-signals",
            "bench answers-tune");

    private Bench() {}

    /** Ends the process with 0 where the command did what it is for. */
    public static void main(String[] args) throws IOException, InterruptedException {
        int code;
        try {
            code = run(List.of(args), System.out);
        } catch (RuntimeException | IOException e) {
            Optional<String> complaint = Complaint.of(e, System.getenv());
            if (complaint.isEmpty()) {
                throw e;
            }
            System.err.println("bangban: " + complaint.get());
            code = 2;
        }
        System.exit(code);
    }

    private static int run(List<String> args, PrintStream out) throws IOException, InterruptedException {
        String name = args.size() < 2 ? "" : args.get(1);
        List<String> rest = args.size() < 2 ? List.of() : args.subList(2, args.size());
        return switch (args.getFirst() + " " + name) {
            case "eval retrieval" -> {
                RetrievalEvaluation.run(rest.toArray(String[]::new), config().resolve("lexicon/synonyms.csv"), out);
                yield 0;
            }
            case "eval routing" -> {
                RoutingEval.run(rest);
                yield 0;
            }
            case "eval answers" -> {
                AnswersEvaluation.run(rest, out);
                yield 0;
            }
            case "prove laws" -> AnswersEvaluation.prove(rest, sets().resolve("laws/prove.jsonl"), LAWS_NEEDED, out);
            case "prove permissions" -> PermissionProof.run(rest, out);
            case "prove stress" -> StressProof.run(rest, root(), out);
            case "bench search" -> {
                SearchBenchmark.run(rest, out);
                yield 0;
            }
            case "bench turns" -> {
                TurnsBenchmark.run(rest, config(), sets(), out);
                yield 0;
            }
            case "bench retrieval-adapt" -> {
                AdapterTraining.run(rest, out);
                yield 0;
            }
            case "bench answers-retrieval" -> {
                AnswersExport.run(rest, out);
                yield 0;
            }
            case "bench ocr" -> {
                OcrBenchmark.run(rest, config(), out);
                yield 0;
            }
            case "bench retrieval-tune" -> {
                RetrievalTuning.run(rest.toArray(String[]::new), config().resolve("lexicon/synonyms.csv"), out);
                yield 0;
            }
            case "bench answers-signals" -> {
                AnswerSignals.run(rest, out);
                yield 0;
            }
            case "bench answers-tune" -> {
                AnswerTuning.run(rest, out);
                yield 0;
            }
            default ->
                throw new IllegalArgumentException("there is no '"
                        + String.join(" ", args.stream().limit(2).toList()) + "'; there are "
                        + String.join(", ", NAMES));
        };
    }

    private static Path config() {
        return Path.of(System.getenv().getOrDefault("BANGBAN_CONFIG", "config"));
    }

    private static Path sets() {
        return root().resolve("bench/sets");
    }

    private static Path root() {
        return Path.of(System.getProperty("bangban.root", "."));
    }
}
