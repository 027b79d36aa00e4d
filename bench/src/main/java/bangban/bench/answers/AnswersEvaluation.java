package bangban.bench.answers;

import bangban.bench.Arguments;
import bangban.bench.JsonLines;
import bangban.web.chat.TurnJson;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code eval answers}, and {@code prove laws} which counts cases passed over the statutes. */
public final class AnswersEvaluation {

    private static final JsonMapper JSON = JsonMapper.shared();
    static final Set<String> OPTIONS = Set.of("documents", "manifest", "users", "questions", "today", "out");

    private AnswersEvaluation() {}

    /** Prints the figures as one JSON line, the last. */
    public static void run(List<String> args, PrintStream out) throws IOException, InterruptedException {
        Arguments arguments = Arguments.parse(args.toArray(String[]::new), OPTIONS);
        out.println(JSON.writeValueAsString(AnswerFigures.of(cases(arguments, arguments.file("questions")))));
    }

    /** Prints each case that failed and, last, {@code N passed, N failed}; 0 where at least {@code needed} passed. */
    public static int prove(List<String> args, Path questions, int needed, PrintStream out)
            throws IOException, InterruptedException {
        Arguments arguments = Arguments.parse(args.toArray(String[]::new), OPTIONS);
        List<Scored> cases = cases(arguments, arguments.fileIfGiven("questions").orElse(questions));
        for (Scored each : cases) {
            out.println((each.passed() ? "ok    " : "wrong ") + each.asked().id() + " "
                    + each.asked().question());
        }
        long passed = cases.stream().filter(Scored::passed).count();
        int invented =
                cases.stream().mapToInt(each -> each.cited() - each.valid()).sum();
        out.println(JSON.writeValueAsString(AnswerFigures.of(cases)));
        out.println("citations of clauses that do not exist: " + invented);
        out.println(passed + " passed, " + (cases.size() - passed) + " failed");
        return passed >= needed && invented == 0 ? 0 : 1;
    }

    private static List<Scored> cases(Arguments arguments, Path questions) throws IOException, InterruptedException {
        try (AnswerSet set = AnswerSet.open(arguments, questions);
                Writer out = JsonLines.writer(arguments.get("out"))) {
            List<Scored> scored = new ArrayList<>();
            for (AnswerCase asked : set.cases()) {
                AnswersRun.Outcome outcome = set.run().ask(asked);
                scored.add(outcome.scored());
                out.write(line(outcome) + "\n");
                System.err.print(
                        "\rquestions " + scored.size() + "/" + set.cases().size() + " ");
            }
            System.err.println();
            return scored;
        }
    }

    private static String line(AnswersRun.Outcome outcome) {
        ObjectNode line = JSON.createObjectNode();
        line.put("case", outcome.scored().asked().id());
        line.put("passed", outcome.scored().passed());
        line.setAll((ObjectNode) JSON.valueToTree(TurnJson.of(outcome.turn())));
        return JSON.writeValueAsString(line);
    }
}
