package bangban.web.http;

import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.runtime.identity.Principal;
import bangban.runtime.identity.Role;
import bangban.web.server.Server;
import bangban.web.start.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;

/** One real server for all tests of this module, on a free port, with a configuration and a data folder of its own. */
public final class TestServer {

    static final String PASSWORD = "a-long-password";
    private static final Path FOLDER = folder();
    public static final Server SERVER = start();

    private TestServer() {}

    private static Path folder() {
        try {
            return Files.createTempDirectory("bangban-web-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a command that is to find this server is told. */
    public static Map<String, String> environment() {
        return Map.of(
                "BANGBAN_PORT",
                "0",
                "BANGBAN_DEMO",
                "false",
                "BANGBAN_DEMO_PASSWORD",
                PASSWORD,
                "BANGBAN_FETCH_ALLOW",
                "127.0.0.1:*",
                "BANGBAN_HOME",
                FOLDER.resolve("data").toString(),
                "BANGBAN_CONFIG",
                FOLDER.resolve("config").toString());
    }

    private static Server start() {
        try {
            Path folder = FOLDER;
            Path agents = Files.createDirectories(folder.resolve("config/agents"));
            Files.writeString(agents.resolve("scripted.yaml"), agent(ScriptedAgent.NAME, "你好"));
            Files.writeString(agents.resolve("absent.yaml"), agent("absent", "天气"));
            Files.writeString(agents.resolve("policy.yaml"), agent("policy", "制度") + "readsFiles: true\n");
            Server server = Server.start(Settings.of(environment()));
            server.platform().firstStart().makeAccounts();
            add(server, "worker", "集团/甲厂", Clearance.INTERNAL, Set.of(Role.MEMBER));
            add(server, "stranger", "集团/乙厂", Clearance.INTERNAL, Set.of(Role.MEMBER));
            add(server, "keeper", "集团/甲厂", Clearance.SECRET, EnumSet.of(Role.MEMBER, Role.KNOWLEDGE_MANAGER));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The description of an agent with eight examples of this word. */
    public static String agent(String name, String word) {
        StringBuilder yaml = new StringBuilder("name: " + name + "\ntitle: {zh-CN: " + name + ", en: " + name
                + "}\ndescription: {zh-CN: x, en: x}\nexamples:\n");
        for (int i = 0; i < 8; i++) {
            yaml.append("  - ").append(word).append("例句").append(i).append('\n');
        }
        return yaml.toString();
    }

    private static void add(Server server, String name, String org, Clearance clearance, Set<Role> roles) {
        server.platform()
                .accounts()
                .add(new Principal(name, name, new OrgPath(org), roles, clearance, "zh-CN"), PASSWORD);
    }

    /** A fresh account that a test may spoil. */
    static String freshUser() {
        return freshUser("集团/甲厂", Clearance.INTERNAL, Role.MEMBER);
    }

    static String freshUser(String org, Clearance clearance, Role role) {
        String name = "u" + UUID.randomUUID().toString().substring(0, 12);
        add(SERVER, name, org, clearance, Set.of(role));
        return name;
    }

    static WebTestClient client() {
        return WebTestClient.bindToServer()
                .baseUrl(SERVER.url())
                .responseTimeout(Duration.ofSeconds(60))
                .build();
    }

    static String token(String user, String password) {
        Map<?, ?> body = client().post()
                .uri("/api/login")
                .bodyValue(Map.of("username", user, "password", password))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(java.util.Objects.requireNonNull(body).get("token"));
    }

    static WebTestClient as(String user) {
        return with(token(user, PASSWORD));
    }

    static WebTestClient with(String token) {
        return client().mutate()
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .build();
    }
}
