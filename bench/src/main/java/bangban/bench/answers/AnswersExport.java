package bangban.bench.answers;

import bangban.bench.Arguments;
import bangban.knowledge.catalog.CatalogEntry;
import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.chunk.Chunker;
import bangban.knowledge.chunk.Passage;
import bangban.knowledge.chunk.PassageText;
import bangban.knowledge.parse.Outline;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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
            Map<KnowledgeDocument, List<Passage>> passages = new LinkedHashMap<>();
            for (CatalogEntry entry : set.platform().documents().all()) {
                KnowledgeDocument document = entry.document();
                Outline outline =
                        set.platform().ingestion().outline(document.id()).orElseThrow();
                passages.put(document, new Chunker().chunk(document.id(), document.title(), outline));
            }
            try (Writer corpus = Files.newBufferedWriter(folder.resolve("corpus.jsonl"))) {
                for (Passage passage :
                        passages.values().stream().flatMap(List::stream).toList()) {
                    write(corpus, passage.id(), PassageText.toEncode(passage));
                }
            }
            int written = questions(set.cases(), passages, folder);
            out.println("{\"questions\":" + written + "}");
        }
    }

    private static int questions(List<AnswerCase> cases, Map<KnowledgeDocument, List<Passage>> passages, Path folder)
            throws IOException {
        List<String> relevant = new ArrayList<>();
        int written = 0;
        try (Writer queries = Files.newBufferedWriter(folder.resolve("queries.jsonl"))) {
            for (AnswerCase asked : cases) {
                Set<String> gold = new HashSet<>();
                passages.forEach((document, all) -> all.stream()
                        .filter(passage -> isGold(asked, document, passage))
                        .forEach(passage -> gold.add(passage.id())));
                if (asked.answerable() && asked.previous().isEmpty() && !gold.isEmpty()) {
                    write(queries, asked.id(), asked.question());
                    gold.stream().sorted().forEach(id -> relevant.add(asked.id() + "\t" + id + "\t1"));
                    written++;
                }
            }
        }
        Files.write(folder.resolve("qrels.tsv"), relevant);
        return written;
    }

    private static boolean isGold(AnswerCase asked, KnowledgeDocument document, Passage passage) {
        return asked.gold().stream()
                .filter(gold -> Match.file(document.file(), gold.file()))
                .anyMatch(gold -> clauses(passage).anyMatch(clause -> Match.clause(clause, gold.clause())));
    }

    private static Stream<String> clauses(Passage passage) {
        return Stream.concat(
                Stream.of(passage.clause()), passage.units().stream().map(unit -> unit.clause()));
    }

    private static void write(Writer lines, String id, String text) throws IOException {
        lines.write(JSON.writeValueAsString(Map.of("id", id, "text", text)) + "\n");
    }
}
