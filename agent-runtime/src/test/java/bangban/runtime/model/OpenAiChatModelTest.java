package bangban.runtime.model;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import bangban.runtime.error.ErrorCode;
import bangban.runtime.error.PlatformException;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.Prompt;

class OpenAiChatModelTest {

    private static final String KEY = "sk-never-show-this";
    private static final String SECRET = "the endpoint's own words";
    private static final Prompt QUESTION = new Prompt("红烧肉要炖多久");
    private static final ModelLimits QUICK = new ModelLimits(
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            3,
            Duration.ofMillis(1),
            20_000,
            100_000);

    @RegisterExtension
    static final WireMockExtension WIRE = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    private @Nullable OpenAiChatModel open;

    @AfterEach
    void close() {
        if (open != null) {
            open.close();
        }
    }

    private OpenAiChatModel model(URI url, @Nullable String key, ModelLimits limits) {
        OpenAiChatModel model = new OpenAiChatModel(new ModelEndpoint(url, key, "qwen", limits));
        open = model;
        return model;
    }

    private OpenAiChatModel model(ModelLimits limits) {
        return model(URI.create(WIRE.baseUrl() + "/v1/"), KEY, limits);
    }

    private static void answers(ResponseDefinitionBuilder response) {
        WIRE.stubFor(post("/v1/chat/completions").willReturn(response));
    }

    private static ResponseDefinitionBuilder events(String... events) {
        return aResponse().withHeader("Content-Type", "text/event-stream").withBody(String.join("", events));
    }

    private static String text(OpenAiChatModel model) {
        return text(model, QUESTION);
    }

    private static String text(OpenAiChatModel model, Prompt prompt) {
        Generation answer = Objects.requireNonNull(model.call(prompt).getResult());
        return String.valueOf(answer.getOutput().getText());
    }

    private static PlatformException failure(OpenAiChatModel model) {
        Throwable thrown = catchThrowable(() -> model.call(QUESTION));
        assertThat(thrown).isInstanceOf(PlatformException.class);
        StringWriter all = new StringWriter();
        thrown.printStackTrace(new PrintWriter(all));
        assertThat(all.toString()).doesNotContain(KEY).doesNotContain(SECRET);
        return (PlatformException) thrown;
    }

    @Test
    void asksAsTheProtocolWantsAndJoinsWhatIsSaid() {
        answers(events(Events.said("小火"), Events.said("一小时。"), Events.finished("stop"), Events.DONE));

        Prompt prompt = new Prompt(List.of(
                new SystemMessage("简短"), new UserMessage("你好"), new AssistantMessage("好"), new UserMessage("多久")));
        assertThat(text(model(QUICK), prompt)).isEqualTo("小火一小时。");

        WIRE.verify(postRequestedFor(urlEqualTo("/v1/chat/completions"))
                .withHeader("Authorization", equalTo("Bearer " + KEY))
                .withHeader("Content-Type", equalTo("application/json"))
                .withRequestBody(matchingJsonPath("$.model", equalTo("qwen")))
                .withRequestBody(matchingJsonPath("$.stream", equalTo("true")))
                .withRequestBody(matchingJsonPath("$.messages[0].role", equalTo("system")))
                .withRequestBody(matchingJsonPath("$.messages[2].role", equalTo("assistant")))
                .withRequestBody(matchingJsonPath("$.messages[3].content", equalTo("多久"))));
    }

    @Test
    void sendsNoAuthorizationWithoutAKey() {
        answers(events(Events.said("好。"), Events.DONE));

        assertThat(text(model(URI.create(WIRE.baseUrl() + "/v1"), null, QUICK))).isEqualTo("好。");
        WIRE.verify(postRequestedFor(urlEqualTo("/v1/chat/completions")).withHeader("Authorization", absent()));
    }

    @Test
    void passesOnEachPieceAsItComes() throws InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        try (RawEndpoint endpoint = new RawEndpoint(connection -> {
                    connection.begin();
                    connection.write(Events.said("一。"));
                    await(first);
                    connection.write(Events.said("二。") + Events.DONE);
                    connection.end();
                });
                ModelStream stream = ModelStream.of(model(endpoint.url(), KEY, QUICK).stream(QUESTION))) {
            assertThat(stream.next()).contains("一。");
            first.countDown();
            assertThat(stream.next()).contains("二。");
            assertThat(stream.next()).isEmpty();
            assertThat(stream.isCut()).isFalse();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void readsCharactersThatArriveInHalves() {
        byte[] all = (Events.said("红烧肉，") + Events.said("炖一小时🍖。") + Events.DONE)
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        try (RawEndpoint endpoint = new RawEndpoint(connection -> {
            connection.begin();
            for (byte one : all) {
                connection.write(new byte[] {one});
            }
            connection.end();
        })) {
            assertThat(text(model(endpoint.url(), KEY, QUICK))).isEqualTo("红烧肉，炖一小时🍖。");
        }
    }

    @Test
    void leavesOutReasoningHoweverItIsWritten() {
        answers(events(
                Events.reasoned("他要菜谱"),
                Events.said("<thi"),
                Events.said("nk>要不要说盐？</th"),
                Events.said("ink>\\n\\n小火"),
                Events.said("一小时。"),
                Events.finished("stop"),
                Events.DONE));

        assertThat(text(model(QUICK))).isEqualTo("小火一小时。");
    }

    @Test
    void takesCommentsKeepAlivesAndLineEndsOfOtherServers() {
        answers(events(
                ": keep-alive\r\n\r\n",
                "event: message\r\ndata: {\"choices\":[]}\r\n\r\n",
                Events.said("好。").replace("\n", "\r\n"),
                Events.finished("stop").strip()));

        assertThat(text(model(QUICK))).isEqualTo("好。");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void triesAgainWhereItMayHelp(int status) {
        WIRE.stubFor(post("/v1/chat/completions")
                .inScenario("busy")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(status).withBody(SECRET))
                .willSetStateTo("free"));
        WIRE.stubFor(post("/v1/chat/completions")
                .inScenario("busy")
                .whenScenarioStateIs("free")
                .willReturn(events(Events.said("好。"), Events.DONE)));

        assertThat(text(model(QUICK))).isEqualTo("好。");
        WIRE.verify(2, postRequestedFor(urlEqualTo("/v1/chat/completions")));
    }

    @Test
    void givesUpAfterThreeAttempts() {
        answers(aResponse().withStatus(500).withBody(SECRET + KEY));

        assertThat(failure(model(QUICK)).code()).isEqualTo(ErrorCode.MODEL_UNREACHABLE);
        WIRE.verify(3, postRequestedFor(urlEqualTo("/v1/chat/completions")));
    }

    @Test
    void triesABrokenConnectionThreeTimes() {
        answers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        assertThat(failure(model(QUICK)).code()).isEqualTo(ErrorCode.MODEL_UNREACHABLE);
        WIRE.verify(3, postRequestedFor(urlEqualTo("/v1/chat/completions")));
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 401, 404})
    void asksOnlyOnceWhereTheEndpointRejects(int status) {
        answers(aResponse()
                .withStatus(status)
                .withHeader("Location", "/v1/chat/completions")
                .withBody(SECRET));

        PlatformException failure = failure(model(QUICK));

        assertThat(failure.code()).isEqualTo(ErrorCode.MODEL_REJECTED);
        assertThat(failure).hasMessageContaining(Integer.toString(status));
        WIRE.verify(1, postRequestedFor(urlEqualTo("/v1/chat/completions")));
    }

    @Test
    void silenceEndsAtTheDeadlineOfTheFirstToken() throws InterruptedException {
        try (RawEndpoint endpoint = new RawEndpoint(connection -> {
            connection.begin();
            connection.hold();
        })) {
            ModelLimits impatient = QUICK.waiting(Duration.ofMillis(200), Duration.ofSeconds(20));

            PlatformException failure = failure(model(endpoint.url(), KEY, impatient));

            assertThat(failure.code()).isEqualTo(ErrorCode.MODEL_TIMED_OUT);
            assertThat(endpoint.requests).hasValue(1);
            assertThat(endpoint.wasLeft()).isTrue();
        }
    }

    @Test
    void endlessReasoningEndsAtTheOverallDeadline() throws InterruptedException {
        try (RawEndpoint endpoint = new RawEndpoint(connection -> {
            connection.begin();
            connection.write(Events.reasoned("嗯"));
            connection.hold();
        })) {
            ModelLimits impatient = QUICK.waiting(Duration.ofMillis(2000), Duration.ofMillis(2500));

            PlatformException failure = failure(model(endpoint.url(), KEY, impatient));

            assertThat(failure).hasMessageContaining("PT2.5S");
            assertThat(endpoint.wasLeft()).isTrue();
        }
    }

    @Test
    void whatWasSaidBeforeAResetStaysAndIsNotAskedForAgain() throws InterruptedException {
        CountDownLatch read = new CountDownLatch(1);
        try (RawEndpoint endpoint = new RawEndpoint(connection -> {
                    connection.begin();
                    connection.write(Events.said("一。"));
                    await(read);
                    connection.reset();
                });
                ModelStream stream = ModelStream.of(model(endpoint.url(), KEY, QUICK).stream(QUESTION))) {
            assertThat(stream.next()).contains("一。");
            read.countDown();
            assertThat(catchThrowable(stream::next))
                    .isInstanceOfSatisfying(
                            PlatformException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_UNREACHABLE));
            assertThat(endpoint.requests).hasValue(1);
        }
    }

    @Test
    void aStreamThatStopsWithoutItsEndIsBroken() {
        answers(events(Events.said("一。")));

        assertThat(failure(model(QUICK)).code()).isEqualTo(ErrorCode.MODEL_UNREACHABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data: {\"choices\": [\n\n",
                "data: {\"object\":\"" + SECRET + "\"}\n\n",
                "data: {\"choices\":[{\"delta\":{\"content\":{\"a\":1}}}]}\n\n",
                "<html>" + SECRET + "</html>",
                "{\"choices\":[{\"message\":{\"content\":\"" + SECRET + "\"}}]}",
                "data: [DONE]\n\n"
            })
    void whatIsNoAnswerIsMalformed(String body) {
        answers(events(body));

        assertThat(failure(model(QUICK)).code()).isEqualTo(ErrorCode.MODEL_MALFORMED);
        WIRE.verify(1, postRequestedFor(urlEqualTo("/v1/chat/completions")));
    }

    @Test
    void anErrorInTheStreamIsNotShown() {
        answers(events("data: {\"error\":{\"message\":\"" + SECRET + KEY + "\"}}\n\n"));

        assertThat(failure(model(QUICK)).code()).isEqualTo(ErrorCode.MODEL_REJECTED);
    }

    @Test
    void cutsAHugeAnswer() throws InterruptedException {
        String sentence = "很长的句子。".repeat(50);
        try (RawEndpoint endpoint = new RawEndpoint(connection -> {
                    connection.begin();
                    while (true) {
                        connection.write(Events.said(sentence));
                    }
                });
                ModelStream stream =
                        ModelStream.of(model(endpoint.url(), KEY, ModelLimits.DEFAULTS).stream(QUESTION))) {
            StringBuilder all = new StringBuilder();
            for (Optional<String> next = stream.next(); next.isPresent(); next = stream.next()) {
                all.append(next.get());
            }
            assertThat(all).hasSize(20_000);
            assertThat(stream.isCut()).isTrue();
        }
    }

    @Test
    void readsNoMoreThanItsLimitOfAResponse() {
        answers(events(Events.reasoned("x".repeat(200)).repeat(600)));

        assertThat(failure(model(QUICK)))
                .hasMessageContaining("100000 bytes")
                .extracting(PlatformException::code)
                .isEqualTo(ErrorCode.MODEL_MALFORMED);
    }

    @Test
    void closingTheStreamClosesTheConnection() throws InterruptedException {
        try (RawEndpoint endpoint = new RawEndpoint(connection -> {
            connection.begin();
            connection.write(Events.said("一。"));
            connection.hold();
        })) {
            try (ModelStream stream = ModelStream.of(model(endpoint.url(), KEY, QUICK).stream(QUESTION))) {
                assertThat(stream.next()).contains("一。");
            }
            assertThat(endpoint.wasLeft()).isTrue();
        }
    }

    @Test
    void anInterruptClosesTheConnection() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
        try (RawEndpoint endpoint = new RawEndpoint(connection -> {
            connection.begin();
            asked.countDown();
            connection.hold();
        })) {
            OpenAiChatModel model = model(endpoint.url(), KEY, QUICK);
            Thread waiting = Thread.startVirtualThread(() -> thrown.set(catchThrowable(() -> {
                try (ModelStream stream = ModelStream.of(model.stream(QUESTION))) {
                    stream.next();
                }
            })));
            await(asked);
            waiting.interrupt();
            waiting.join();
            assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
            assertThat(endpoint.wasLeft()).isTrue();
        }
    }

    @Test
    void anEndpointThatFailsAgainAndAgainIsLeftAlone() {
        answers(aResponse().withStatus(500));
        OpenAiChatModel model = model(QUICK);
        for (int i = 0; i < 5; i++) {
            failure(model);
        }
        WIRE.resetRequests();

        assertThat(failure(model)).hasMessageContaining("was not asked");
        WIRE.verify(0, postRequestedFor(urlEqualTo("/v1/chat/completions")));
    }

    @Test
    void theKeyIsNotPartOfTheEndpointsText() {
        assertThat(new ModelEndpoint(URI.create("http://x/v1"), KEY, "qwen", QUICK).toString())
                .doesNotContain(KEY);
    }
}
