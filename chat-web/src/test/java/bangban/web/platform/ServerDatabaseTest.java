package bangban.web.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.knowledge.ingest.NewDocument;
import bangban.knowledge.ingest.Progress;
import bangban.knowledge.parse.ParseException;
import bangban.knowledge.parse.SourceFile;
import bangban.knowledge.place.Place;
import bangban.knowledge.place.Reader;
import bangban.knowledge.place.Tier;
import bangban.knowledge.retrieve.SearchRequest;
import bangban.runtime.identity.Principal;
import bangban.runtime.turn.TurnId;
import bangban.runtime.turn.TurnRequest;
import bangban.runtime.turn.TurnView;
import bangban.web.start.Settings;
import bangban.web.start.StartException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerDatabaseTest {

    private static final OrgPath GROUP = new OrgPath("集团");

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void configure() throws IOException {
        Path agents = Files.createDirectories(folder.resolve("config/agents"));
        for (String name : List.of("greeter", "helper")) {
            StringBuilder yaml = new StringBuilder("name: " + name + "\ntitle: {zh-CN: " + name + ", en: x}\n");
            yaml.append("description: {zh-CN: x, en: x}\nexamples:\n");
            for (int i = 0; i < 8; i++) {
                yaml.append("  - ").append(name).append("例句").append(i).append('\n');
            }
            Files.writeString(agents.resolve(name + ".yaml"), yaml);
        }
    }

    private Settings settings(String url, String user, String password) {
        Map<String, String> environment = new HashMap<>();
        environment.put("BANGBAN_DEMO", "false");
        environment.put("BANGBAN_HOME", folder.resolve("data").toString());
        environment.put("BANGBAN_CONFIG", folder.resolve("config").toString());
        environment.put("BANGBAN_PG_URL", url);
        environment.put("BANGBAN_PG_USER", user);
        environment.put("BANGBAN_PG_PASSWORD", password);
        return Settings.of(environment);
    }

    @Test
    void aServerThatDoesNotAnswerIsNamedAtStart() {
        Settings settings = settings("postgresql://127.0.0.1:1/nowhere?connectTimeout=1", "a", "do-not-show-me");
        assertThatThrownBy(() -> Platform.open(settings))
                .hasRootCauseInstanceOf(IOException.class)
                .satisfies(failure -> assertThat(known(failure))
                        .extracting(StartException::key, StartException::arguments)
                        .containsExactly(
                                "start.database-unreachable", List.of("jdbc:postgresql://127.0.0.1:1/nowhere")));
    }

    private static StartException known(Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof StartException)) {
            cause = cause.getCause();
        }
        if (cause instanceof StartException known) {
            return known;
        }
        throw new AssertionError("nothing for the operator", failure);
    }

    @Test
    void documentsAccountsAndTurnsAreFoundAgainOnTheServer() throws SQLException, ParseException, InterruptedException {
        String url = System.getenv("BANGBAN_TEST_PG_URL");
        assumeTrue(url != null, "BANGBAN_TEST_PG_URL names no PostgreSQL with pgvector; ./bangban test starts one");
        String user = System.getenv().getOrDefault("BANGBAN_TEST_PG_USER", "");
        String password = System.getenv().getOrDefault("BANGBAN_TEST_PG_PASSWORD", "");
        String name = "platform_" + ProcessHandle.current().pid();
        administer(url, user, password, "create database " + name);
        try {
            keeps(settings(url.substring(0, url.lastIndexOf('/') + 1) + name, user, password));
        } finally {
            administer(url, user, password, "drop database " + name + " with (force)");
        }
    }

    private static void administer(String url, String user, String password, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void keeps(Settings settings) throws ParseException, InterruptedException {
        String turn;
        try (Platform platform = Platform.open(settings)) {
            Principal admin = platform.firstStart()
                    .makeAccounts()
                    .orElseThrow()
                    .accounts()
                    .getFirst();
            Place place = new Place(Tier.GROUP, GROUP, null, List.of(), Clearance.INTERNAL, "admin");
            byte[] bytes = "# 办法\n\n第一条 住宿标准为五百元。\n".getBytes(StandardCharsets.UTF_8);
            platform.ingestion().add(new NewDocument("a.md", place), new SourceFile("a.md", bytes), Progress.NONE);
            String session = platform.sessions().add(admin).id();
            TurnView answered = platform.answer(session, new TurnRequest("住宿标准是多少"), admin, event -> {});
            turn = answered.id().value();
        }
        assertThat(folder.resolve("data/index")).doesNotExist();
        assertThat(folder.resolve("data/database")).doesNotExist();
        try (Platform platform = Platform.open(settings)) {
            Reader reader = new Reader("staff", GROUP, Clearance.INTERNAL, false);
            SearchRequest request = new SearchRequest("住宿标准", LocalDate.of(2026, 1, 1), 3);
            assertThat(platform.retriever().search(request, reader).passages()).hasSize(1);
            assertThat(platform.firstStart().makeAccounts()).isEmpty();
            Principal admin = platform.accounts().find("admin").orElseThrow().principal();
            assertThat(platform.turns().view(new TurnId(turn), admin).id().value())
                    .isEqualTo(turn);
        }
    }
}
