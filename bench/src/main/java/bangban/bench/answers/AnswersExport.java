package bangban.bench.answers;

import bangban.bench.Arguments;
import bangban.knowledge.chunk.Passage;
import bangban.knowledge.chunk.PassageText;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code bench answers-retrieval}: an answers set as a retrieval set: its documents' passages, its answerable questions, and which
 * passages hold a gold clause.
 */
public final class AnswersExport {

    private static final JsonMapper JSON = JsonMapper.shared();

    private AnswersExport() {}

    /** Takes the options of {@code eval answers}; {@code --out} names a folder. */
    public static void run(List<String> args, PrintStream out) throws IOException {
        Arguments arguments = Arguments.parse(args.toArray(String[]::new), AnswersEvaluation.OPTIONS);
        Path folder = Path.of(
                arguments.get("out").orElseThrow(() -> new IllegalArgumentException("--out, a folder, is missing")));
        Files.createDirectories(folder);
        try (AnswerSet set = AnswerSet.open(arguments, arguments.file("questions"))) {
            LabelledPassages passages = LabelledPassages.of(set.platform());
            try (Writer corpus = Files.newBufferedWriter(folder.resolve("corpus.jsonl"))) {
                for (Passage passage : passages.all().toList()) {
                    write(corpus, passage.id(), PassageText.toEncode(passage));
                }
            }
            int written = questions(set.cases(), passages, folder);
            out.println("{\"questions\":" + written + "}");
        }
    }

    private static int questions(List<AnswerCase> cases, LabelledPassages passages, Path folder) throws IOException {
        List<String> relevant = new ArrayList<>();
        int written = 0;
        try (Writer queries = Files.newBufferedWriter(folder.resolve("queries.jsonl"))) {
            for (AnswerCase asked : cases) {
                Set<String> gold = asked.gold().stream()
                        .flatMap(passages::of)
                        .map(Passage::id)
                        .collect(Collectors.toCollection(TreeSet::new));
                if (asked.answerable() && asked.previous().isEmpty() && !gold.isEmpty()) {
                    write(queries, asked.id(), asked.question());
                    gold.forEach(id -> relevant.add(asked.id() + "\t" + id + "\t1"));
                    written++;
                }
            }
        }
        Files.write(folder.resolve("qrels.tsv"), relevant);
        return written;
    }

    private static void write(Writer lines, String id, String text) throws IOException {
        lines.write(JSON.writeValueAsString(Map.of("id", id, "text", text)) + "\n");
    }
}
