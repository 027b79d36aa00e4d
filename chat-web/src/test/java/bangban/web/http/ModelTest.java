package bangban.web.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import bangban.language.sentence.Language;
import bangban.runtime.verify.Statement;
import bangban.web.server.Server;
import bangban.web.start.Settings;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;

/** From the HTTP surface to the model's wire and back, on a server of its own that has a model configured. */
class ModelTest {

    private static final String KEY = "sk-never-show-this";
    private static final String OUT_OF_SCOPE = "红烧肉要炖多久才好吃";
    private static final WireMockServer WIRE =
            new WireMockServer(WireMockConfiguration.wireMockConfig().dynamicPort());

    private static WebTestClient admin;

    @BeforeAll
    static void start() throws IOException {
        WIRE.start();
        Path folder = Files.createTempDirectory("bangban-model-test");
        Path agents = Files.createDirectories(folder.resolve("config/agents"));
        Files.writeString(agents.resolve("scripted.yaml"), TestServer.agent(ScriptedAgent.NAME, "查制度"));
        Files.writeString(agents.resolve("general.yaml"), TestServer.agent("general", "你好啊"));
        Path routing = Files.createDirectories(folder.resolve("config/routing"));
        Files.writeString(
                routing.resolve("out-of-scope.yaml"),
                "examples: [" + OUT_OF_SCOPE + ", 红烧肉怎么做, 鱼要蒸多久, 鸡汤怎么炖, 牛肉要炖多久, 排骨怎么烧, 米饭要蒸多久, 饺子怎么煮]\n");
        Path prompts = Files.createDirectories(folder.resolve("config/prompts"));
        Files.copy(Path.of("../config/prompts/general.md"), prompts.resolve("general.md"));
        Server server = Server.start(Settings.of(Map.of(
                "BANGBAN_PORT",
                "0",
                "BANGBAN_DEMO",
                "false",
                "BANGBAN_DEMO_PASSWORD",
                TestServer.PASSWORD,
                "BANGBAN_HOME",
                folder.resolve("data").toString(),
                "BANGBAN_CONFIG",
                folder.resolve("config").toString(),
                "BANGBAN_MODEL_URL",
                WIRE.baseUrl() + "/v1",
                "BANGBAN_MODEL_KEY",
                KEY,
                "BANGBAN_MODEL_NAME",
                "qwen")));
        // not sooner: it takes the event loops of other servers of this process with it
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        server.platform().firstStart().makeAccounts();
        WebTestClient client = WebTestClient.bindToServer()
                .baseUrl(server.url())
                .responseTimeout(Duration.ofSeconds(60))
                .build();
        String token = field(
                client.post().uri("/api/login").bodyValue(Map.of("username", "admin", "password", TestServer.PASSWORD)),
                "token");
        admin = client.mutate()
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .build();
    }

    @AfterAll
    static void stop() {
        WIRE.stop();
    }

    @BeforeEach
    void reset() {
        WIRE.resetAll();
    }

    private static String field(WebTestClient.RequestHeadersSpec<?> request, String name) {
        Map<?, ?> body = Objects.requireNonNull(
                request.exchange().expectBody(Map.class).returnResult().getResponseBody());
        return String.valueOf(body.get(name));
    }

    private static List<Map<String, Object>> ask(String text) {
        String session = field(admin.post().uri("/api/sessions"), "id");
        String turn = field(
                admin.post().uri("/api/sessions/" + session + "/turns").bodyValue(Map.of("text", text)), "turnId");
        return Objects.requireNonNull(admin.get()
                .uri("/api/turns/" + turn + "/events")
                .exchange()
                .returnResult(new ParameterizedTypeReference<ServerSentEvent<Map<String, Object>>>() {})
                .getResponseBody()
                .mapNotNull(ServerSentEvent::data)
                .collectList()
                .block(Duration.ofSeconds(60)));
    }

    private static Map<?, ?> result(List<Map<String, Object>> events) {
        return (Map<?, ?>) Objects.requireNonNull(events.getLast().get("result"));
    }

    private static String said(String text) {
        return "data: {\"choices\":[{\"delta\":{\"content\":\"" + text + "\"}}]}\n\n";
    }

    @Test
    void anAnswerOfTheModelIsMarkedFromItsFirstEventToItsLast() {
        String body = said("<think>要不要说盐</think>小火炖") + said("1小时[1]。") + said("见[这里](https://e.example)。")
                + "data: [DONE]\n\n";
        WIRE.stubFor(post("/v1/chat/completions")
                .willReturn(aResponse()
                        .withHeader("Content-Type", "text/event-stream")
                        .withBody(body)));

        List<Map<String, Object>> events = ask(OUT_OF_SCOPE);

        assertThat(events)
                .anySatisfy(
                        event -> assertThat(event).containsEntry("name", "mode").containsEntry("value", "model"));
        Map<?, ?> turn = result(events);
        assertThat(turn.get("mode")).isEqualTo("model");
        assertThat(turn.get("text")).isEqualTo(Statement.Unsourced.label(Language.CHINESE) + "\n\n小火炖1小时。见这里。");
        assertThat(turn.get("refused")).isEqualTo(false);
        assertThat(turn.get("citations")).isEqualTo(List.of());
        assertThat(turn.get("support")).isEqualTo(Map.of("rate", 0.0, "struck", 0, "unsourced", 2));
        assertThat(events.toString()).doesNotContain(KEY);
        WIRE.verify(
                1,
                postRequestedFor(urlEqualTo("/v1/chat/completions"))
                        .withHeader("Authorization", equalTo("Bearer " + KEY))
                        .withRequestBody(matchingJsonPath("$.messages[1].content", containing(OUT_OF_SCOPE))));
    }

    @Test
    void aModelThatIsDownLeavesTheGroundedAnswerAndANotice() {
        WIRE.stubFor(post("/v1/chat/completions")
                .willReturn(aResponse().withStatus(503).withBody("internals of the endpoint " + KEY)));

        List<Map<String, Object>> events = ask(OUT_OF_SCOPE);

        Map<?, ?> turn = result(events);
        assertThat(turn.get("mode")).isEqualTo("grounded");
        assertThat(turn.get("refused")).isEqualTo(true);
        assertThat(String.valueOf(turn.get("notices"))).contains("model-unavailable");
        assertThat(events.toString()).doesNotContain("internals").doesNotContain(KEY);
        WIRE.verify(3, postRequestedFor(urlEqualTo("/v1/chat/completions")));
    }

    @Test
    void theStatusSaysThatAModelIsConfigured() {
        admin.get()
                .uri("/api/status")
                .exchange()
                .expectBody()
                .jsonPath("$.mode")
                .isEqualTo("model");
    }
}
