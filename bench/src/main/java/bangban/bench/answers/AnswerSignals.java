package bangban.bench.answers;

import bangban.agents.policy.PolicyRanking;
import bangban.bench.Arguments;
import bangban.bench.JsonLines;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code bench answers-signals}: what the ranking sees of each sentence that may answer a question, and which of them are right. A
 * sentence is right where its clause is gold and it holds an accepted answer, or, where no sentence of the gold clauses does, where its
 * clause is gold.
 */
public final class AnswerSignals {

    private static final JsonMapper JSON = JsonMapper.shared();

    private AnswerSignals() {}

    /** Takes the options of {@code eval answers}; {@code --out} is needed. */
    public static void run(List<String> args, PrintStream out) throws IOException {
        Arguments arguments = Arguments.parse(args.toArray(String[]::new), AnswersEvaluation.OPTIONS);
        if (arguments.get("out").isEmpty()) {
            throw new IllegalArgumentException("--out is missing");
        }
        try (AnswerSet set = AnswerSet.open(arguments, arguments.file("questions"));
                Writer lines = JsonLines.writer(arguments.get("out"))) {
            PolicyRanking ranking = set.platform().context().getBean(PolicyRanking.class);
            for (AnswerCase asked : set.cases()) {
                lines.write(line(asked, ranking.weigh(set.run().question(asked))) + "\n");
            }
            out.println("{\"cases\":" + set.cases().size() + "}");
        }
    }

    private static String line(AnswerCase asked, List<PolicyRanking.Weighed> sentences) {
        ObjectNode line = JSON.createObjectNode();
        line.put("case", asked.id());
        line.put("question", asked.question());
        line.put("answerable", asked.answerable());
        boolean told = sentences.stream().anyMatch(each -> isGold(asked, each) && holdsAnswer(asked, each));
        ArrayNode candidates = line.putArray("candidates");
        for (PolicyRanking.Weighed each : sentences) {
            ObjectNode candidate = candidates.addObject();
            candidate.put("right", isGold(asked, each) && (!told || holdsAnswer(asked, each)));
            candidate.put("file", each.evidence().file());
            candidate.put("clause", each.evidence().clause());
            candidate.put("said", each.said());
            candidate.put("read", each.read());
            candidate.set("signals", JSON.valueToTree(each.signals()));
        }
        return JSON.writeValueAsString(line);
    }

    private static boolean isGold(AnswerCase asked, PolicyRanking.Weighed each) {
        return asked.gold().stream()
                .anyMatch(gold -> Match.file(each.evidence().file(), gold.file())
                        && Match.clause(each.evidence().clause(), gold.clause()));
    }

    private static boolean holdsAnswer(AnswerCase asked, PolicyRanking.Weighed each) {
        return Match.answer(each.said(), asked.accept());
    }
}
