package bangban.bench.answers;

import bangban.agents.policy.PolicyRanking;
import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.knowledge.ingest.FolderIngestion;
import bangban.knowledge.ingest.Manifest;
import bangban.knowledge.ingest.NewDocument;
import bangban.knowledge.ingest.Progress;
import bangban.knowledge.place.Place;
import bangban.knowledge.place.Reader;
import bangban.knowledge.place.Tier;
import bangban.language.number.Quantities;
import bangban.language.number.Quantity;
import bangban.language.sentence.Language;
import bangban.language.sentence.Sentences;
import bangban.runtime.agent.Question;
import bangban.runtime.identity.Principal;
import bangban.runtime.identity.Role;
import bangban.runtime.turn.TurnRequest;
import bangban.runtime.turn.TurnView;
import bangban.runtime.verify.Evidence;
import bangban.web.platform.Platform;
import bangban.web.platform.Readers;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One evaluation over one set of documents: loads them into an empty platform and asks. */
final class AnswersRun {

    /** Reads everything that is not somebody's own. */
    private static final Principal EVERYBODY = new Principal(
            "evaluation", "evaluation", OrgPath.ROOT, Set.of(Role.MEMBER, Role.ADMIN), Clearance.CONFIDENTIAL, "zh-CN");

    /** Whoever the list of users does not name reads only what is public. */
    private static final Principal STRANGER =
            new Principal("stranger", "stranger", OrgPath.ROOT, Set.of(Role.MEMBER), Clearance.PUBLIC, "zh-CN");

    private static final int PASSAGES = 10;

    private final Platform platform;
    private final PolicyRanking ranking;
    private final Map<String, Principal> users;
    private final LocalDate today;

    /** @param today what counts as today; null for the real day */
    AnswersRun(Platform platform, Map<String, Principal> users, @Nullable LocalDate today) {
        this.platform = platform;
        this.ranking = platform.context().getBean(PolicyRanking.class);
        this.users = Map.copyOf(users);
        this.today = today == null ? LocalDate.now(ZoneId.of("Asia/Shanghai")) : today;
    }

    /** Adds the documents, with progress; returns how many could not be read. */
    int load(Path documents, Manifest manifest, PrintStream terminal) throws IOException {
        Place place = new Place(Tier.GROUP, OrgPath.ROOT, null, List.of(), Clearance.PUBLIC, EVERYBODY.user());
        FolderIngestion.Report report = platform.folders()
                .add(documents, new NewDocument("", place), manifest, (file, stage, done, total) -> {
                    if (stage == Progress.Stage.DONE) {
                        terminal.print("\rdocuments " + done + "/" + total + " ");
                    }
                });
        terminal.println();
        report.failed().forEach(failed -> terminal.println("not read: " + failed.file() + " " + failed.code()));
        return report.failed().size();
    }

    /** A turn and its score. */
    record Outcome(TurnView turn, Scored scored) {}

    Outcome ask(AnswerCase asked) throws InterruptedException {
        Principal asker = asker(asked.asUser());
        String session = platform.sessions().add(asker).id();
        for (String earlier : asked.previous()) {
            ask(session, earlier, asked.asOf(), asker);
        }
        TurnView turn = ask(session, asked.question(), asked.asOf(), asker);
        return new Outcome(turn, score(asked, turn, Readers.of(asker)));
    }

    Principal asker(@Nullable String user) {
        return user == null || users.isEmpty() ? EVERYBODY : users.getOrDefault(user, STRANGER);
    }

    /** The case's question as the policy agent gets it, after what was asked before. */
    Question question(AnswerCase asked) {
        List<Question.Exchange> history = asked.previous().stream()
                .map(earlier -> new Question.Exchange(earlier, "policy", ""))
                .toList();
        return new Question(
                asked.question(), Language.of(asked.question()), asker(asked.asUser()), today, asked.asOf(), history);
    }

    /** How many of the gold files are among those of the passages found first. */
    private int goldFound(AnswerCase asked) {
        List<String> found = asked.gold().isEmpty() ? List.of() : ranking.files(question(asked), PASSAGES);
        return (int) asked.goldFiles().stream()
                .filter(gold -> found.stream().anyMatch(file -> Match.file(file, gold)))
                .count();
    }

    private TurnView ask(String session, String question, @Nullable LocalDate asOf, Principal asker)
            throws InterruptedException {
        return platform.answer(session, new TurnRequest(question, "policy", asOf, null), asker, event -> {});
    }

    private Scored score(AnswerCase asked, TurnView turn, Reader reader) {
        List<Evidence> cited =
                turn.citations().stream().map(TurnView.Citation::evidence).toList();
        Set<AnswerCase.Gold> found = new HashSet<>();
        int citedGold = 0;
        for (Evidence evidence : cited) {
            List<AnswerCase.Gold> hits = asked.gold().stream()
                    .filter(gold ->
                            Match.file(evidence.file(), gold.file()) && Match.clause(evidence.clause(), gold.clause()))
                    .toList();
            found.addAll(hits);
            citedGold += hits.isEmpty() ? 0 : 1;
        }
        int[] support = support(turn, cited);
        return new Scored(
                asked,
                turn.refused(),
                !turn.refused() && Match.answer(turn.text(), asked.accept()),
                turn.refused() ? Headline.NONE : Headline.of(turn.text(), asked.accept()),
                goldFound(asked),
                found.size(),
                citedGold,
                cited.size(),
                (int) cited.stream().filter(this::stands).count(),
                support[0],
                support[1],
                (int) cited.stream()
                        .filter(evidence -> !mayRead(evidence, reader))
                        .count(),
                turn.took().toMillis());
    }

    private boolean stands(Evidence evidence) {
        return platform.ingestion()
                .outline(evidence.documentId())
                .filter(outline -> evidence.end() <= outline.text().length())
                .map(outline -> outline.text().substring(evidence.start(), evidence.end()))
                .filter(evidence.text()::equals)
                .isPresent();
    }

    private boolean mayRead(Evidence evidence, Reader reader) {
        return platform.documents().find(evidence.documentId(), reader).isPresent();
    }

    /** Checked anew and independently of the verifier: sentences with numbers, and those whose numbers no citation has. */
    private static int[] support(TurnView turn, List<Evidence> cited) {
        StringBuilder source = new StringBuilder();
        cited.forEach(evidence -> source.append(evidence.context())
                .append('\n')
                .append(evidence.title())
                .append(evidence.clause())
                .append('\n')
                .append(evidence.text())
                .append('\n'));
        List<Quantity> known = Quantities.in(source.toString());
        int sentences = 0;
        int unsupported = 0;
        for (Sentences.Sentence sentence : Sentences.in(Match.withoutMarks(turn.text()))) {
            List<Quantity> said = Quantities.in(sentence.text());
            sentences++;
            unsupported += said.stream().allMatch(q -> known.stream().anyMatch(q::agreesWith)) ? 0 : 1;
        }
        return turn.refused() ? new int[] {0, 0} : new int[] {sentences, unsupported};
    }

    /** The accounts of a {@code --users} list. */
    static Map<String, Principal> users(tools.jackson.databind.JsonNode list) {
        Map<String, Principal> users = new HashMap<>();
        for (tools.jackson.databind.JsonNode row : list) {
            Set<Role> roles = new HashSet<>();
            row.path("roles")
                    .forEach(role -> java.util.Arrays.stream(Role.values())
                            .filter(known -> known.wire().equals(role.asString()))
                            .forEach(roles::add));
            String id = row.path("id").asString();
            users.put(
                    id,
                    new Principal(
                            id,
                            id,
                            new OrgPath(row.path("org").asString("")),
                            roles,
                            Clearance.of(row.path("clearance").asString("内部")),
                            "zh-CN"));
        }
        return users;
    }
}
