package bangban.bench;

import bangban.bench.answers.AnswerSignals;
import bangban.bench.answers.AnswerTuning;
import bangban.bench.answers.AnswersEvaluation;
import bangban.bench.answers.AnswersExport;
import bangban.bench.answers.TurnsBenchmark;
import bangban.bench.ingest.IngestBenchmark;
import bangban.bench.kills.KillsProof;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code bangban eval}, {@code bangban prove} and {@code bangban bench}. */
public final class Bench {

    private static final int LAWS_NEEDED = 27;

    private static final Map<String, Command> COMMANDS = commands();

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
        String name = String.join(" ", args.stream().limit(2).toList());
        Command command = COMMANDS.get(name);
        if (command == null) {
            throw new IllegalArgumentException(
                    "there is no '" + name + "'; there are " + String.join(", ", COMMANDS.keySet()));
        }
        return command.run(args.subList(2, args.size()), out);
    }

    private static Map<String, Command> commands() {
        Map<String, Command> commands = new LinkedHashMap<>();
        commands.put("eval retrieval", measures((args, out) -> RetrievalEvaluation.run(array(args), synonyms(), out)));
        commands.put("eval routing", measures((args, out) -> RoutingEval.run(args)));
        commands.put("eval answers", measures(AnswersEvaluation::run));
        commands.put(
                "prove laws",
                (args, out) -> AnswersEvaluation.prove(args, sets().resolve("laws/prove.jsonl"), LAWS_NEEDED, out));
        commands.put("prove permissions", PermissionProof::run);
        commands.put("prove stress", (args, out) -> StressProof.run(args, root(), out));
        commands.put("prove kills", KillsProof::run);
        commands.put("bench search", measures(SearchBenchmark::run));
        commands.put("bench ingest", measures(IngestBenchmark::run));
        commands.put("bench turns", measures((args, out) -> TurnsBenchmark.run(args, config(), sets(), out)));
        commands.put("bench ocr", measures((args, out) -> OcrBenchmark.run(args, config(), out)));
        commands.put("bench retrieval-adapt", measures(AdapterTraining::run));
        commands.put(
                "bench retrieval-tune", measures((args, out) -> RetrievalTuning.run(array(args), synonyms(), out)));
        commands.put("bench answers-retrieval", measures(AnswersExport::run));
        commands.put("bench answers-signals", measures(AnswerSignals::run));
        commands.put("bench answers-tune", measures(AnswerTuning::run));
        return commands;
    }

    /** One command; its result is the process's. */
    private interface Command {
        int run(List<String> args, PrintStream out) throws IOException, InterruptedException;
    }

    /** What prints figures and fails only by throwing. */
    private interface Measurement {
        void run(List<String> args, PrintStream out) throws IOException, InterruptedException;
    }

    private static Command measures(Measurement measurement) {
        return (args, out) -> {
            measurement.run(args, out);
            return 0;
        };
    }

    private static String[] array(List<String> args) {
        return args.toArray(String[]::new);
    }

    private static Path synonyms() {
        return config().resolve("lexicon/synonyms.csv");
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
