package bangban.bench.answers;

import bangban.bench.Arguments;
import bangban.bench.JsonLines;
import bangban.knowledge.ingest.Manifest;
import bangban.runtime.identity.Principal;
import bangban.web.platform.Platform;
import bangban.web.start.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Documents in a platform of their own, and the questions about them; closing it removes the platform's folder. */
record AnswerSet(Platform platform, AnswersRun run, List<AnswerCase> cases, Path home) implements AutoCloseable {

    AnswerSet {
        cases = List.copyOf(cases);
    }

    /** Adds the documents, with progress on standard error. */
    static AnswerSet open(Arguments arguments, Path questions) throws IOException {
        List<JsonNode> rows = JsonLines.read(questions);
        List<AnswerCase> cases = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            cases.add(AnswerCase.of(rows.get(i), i));
        }
        Optional<Path> accounts = arguments.fileIfGiven("users");
        Map<String, Principal> users =
                accounts.isPresent() ? AnswersRun.users(JsonLines.whole(accounts.get())) : Map.of();
        Optional<Path> listed = arguments.fileIfGiven("manifest");
        Manifest manifest = listed.isPresent() ? Manifest.read(Files.readString(listed.get())) : Manifest.NONE;
        LocalDate today = arguments.date("today").orElse(null);
        Path documents = arguments.file("documents");
        Path home = Files.createTempDirectory("bangban-eval");
        Platform platform = Platform.open(Settings.of(System.getenv())
                .embedded()
                .withHome(home)
                .withDemo(false)
                .withToday(today));
        AnswersRun run = new AnswersRun(platform, users, today);
        run.load(documents, manifest, System.err);
        LabelledPassages.of(platform)
                .unknown(cases)
                .forEach(gold -> System.err.println(
                        "gold that no passage has, never counted as cited: " + gold.file() + " " + gold.clause()));
        return new AnswerSet(platform, run, cases, home);
    }

    @Override
    public void close() throws IOException {
        platform.close();
        JsonLines.deleteFolder(home);
    }
}
