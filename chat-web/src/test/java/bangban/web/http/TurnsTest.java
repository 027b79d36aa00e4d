package bangban.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;

class TurnsTest {

    private final WebTestClient worker = TestServer.as("worker");

    private String session() {
        return field(
                worker.post().uri("/api/sessions").exchange().expectStatus().isCreated(), "id");
    }

    private static String field(WebTestClient.ResponseSpec response, String name) {
        Map<?, ?> body = Objects.requireNonNull(
                response.expectBody(Map.class).returnResult().getResponseBody());
        return String.valueOf(body.get(name));
    }

    private WebTestClient.ResponseSpec ask(WebTestClient client, String session, String text, String key) {
        Map<String, Object> body = new HashMap<>(Map.of("text", text, "agent", ScriptedAgent.NAME));
        return client.post()
                .uri("/api/sessions/" + session + "/turns")
                .headers(headers -> {
                    if (!key.isEmpty()) {
                        headers.set("Idempotency-Key", key);
                    }
                })
                .bodyValue(body)
                .exchange();
    }

    private List<ServerSentEvent<Map<String, Object>>> events(String turn, long after) {
        return Objects.requireNonNull(worker.get()
                .uri("/api/turns/" + turn + "/events")
                .header("Last-Event-ID", Long.toString(after))
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(new ParameterizedTypeReference<ServerSentEvent<Map<String, Object>>>() {})
                .getResponseBody()
                .filter(event -> event.data() != null)
                .collectList()
                .block(Duration.ofSeconds(60)));
    }

    @Test
    void aTurnIsReadAsEventsAndAsAWhole() {
        String turn = field(ask(worker, session(), "你好", "").expectStatus().isAccepted(), "turnId");
        List<ServerSentEvent<Map<String, Object>>> events = events(turn, 0);
        assertThat(events.getFirst().data()).containsEntry("type", "RUN_STARTED");
        assertThat(events.getLast().data()).containsEntry("type", "RUN_FINISHED");
        assertThat(events).extracting(ServerSentEvent::id).first().isEqualTo("1");
        worker.get()
                .uri("/api/turns/" + turn)
                .exchange()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("finished")
                .jsonPath("$.text")
                .isEqualTo("你好。再见。")
                .jsonPath("$.clarification")
                .isEmpty()
                .jsonPath("$.support.rate")
                .isEqualTo(1.0)
                .jsonPath("$.support.unsourced")
                .isEqualTo(0)
                .jsonPath("$.mode")
                .isEqualTo("grounded");
    }

    @Test
    void readingResumesBehindTheLastEvent() {
        String turn = field(ask(worker, session(), "你好", ""), "turnId");
        List<ServerSentEvent<Map<String, Object>>> all = events(turn, 0);
        for (int after = 1; after < all.size(); after++) {
            assertThat(events(turn, after))
                    .extracting(ServerSentEvent::data)
                    .containsExactlyElementsOf(all.subList(after, all.size()).stream()
                            .map(ServerSentEvent::data)
                            .toList());
        }
        assertThat(events(turn, all.size())).isEmpty();
        assertThat(events(turn, all.size() + 1_000)).isEmpty();
    }

    @Test
    void aStoppedTurnKeepsWhatWasSaid() {
        String turn = field(ask(worker, session(), "等一等", ""), "turnId");
        var stream = worker.get()
                .uri("/api/turns/" + turn + "/events")
                .exchange()
                .returnResult(new ParameterizedTypeReference<ServerSentEvent<Map<String, Object>>>() {})
                .getResponseBody();
        List<ServerSentEvent<Map<String, Object>>> events =
                Objects.requireNonNull(stream.filter(event -> event.data() != null)
                        .doOnNext(event -> {
                            if ("TEXT_MESSAGE_CHUNK"
                                    .equals(Objects.requireNonNull(event.data()).get("type"))) {
                                Thread.startVirtualThread(() -> worker.post()
                                        .uri("/api/turns/" + turn + "/stop")
                                        .exchange()
                                        .expectStatus()
                                        .isNoContent());
                            }
                        })
                        .collectList()
                        .block(Duration.ofSeconds(60)));
        assertThat(events.getLast().data()).containsEntry("type", "RUN_FINISHED");
        worker.get()
                .uri("/api/turns/" + turn)
                .exchange()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("stopped")
                .jsonPath("$.text")
                .isEqualTo("你好。");
    }

    @Test
    void theSameKeyGivesTheSameTurnAndAnotherQuestionWithItIsRefused() {
        String session = session();
        String first = field(ask(worker, session, "你好", "k1").expectStatus().isAccepted(), "turnId");
        String again = field(ask(worker, session, "你好", "k1").expectStatus().isAccepted(), "turnId");
        assertThat(again).isEqualTo(first);
        ask(worker, session, "别的", "k1")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("key-reused");
    }

    @Test
    void anothersSessionAndTurnDoNotExist() {
        String session = session();
        String turn = field(ask(worker, session, "你好", ""), "turnId");
        WebTestClient stranger = TestServer.as("stranger");
        ask(stranger, session, "你好", "").expectStatus().isNotFound();
        for (String path : List.of(
                "/api/sessions/" + session + "/turns", "/api/turns/" + turn, "/api/turns/" + turn + "/events")) {
            stranger.get().uri(path).exchange().expectStatus().isNotFound();
        }
        stranger.delete()
                .uri("/api/sessions/" + session)
                .exchange()
                .expectStatus()
                .isNotFound();
        stranger.post()
                .uri("/api/turns/" + turn + "/stop")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void whatIsNoQuestionIsRefusedWithASentence() {
        String session = session();
        ask(worker, session, " \u0000\u200b\n ", "")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("empty-question");
        for (int length : new int[] {20_001, 100_000}) {
            ask(worker, session, "长".repeat(length), "")
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("question-too-long");
        }
        worker.post()
                .uri("/api/sessions/" + session + "/turns")
                .header("Content-Type", "application/json")
                .bodyValue("{\"text\": ")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("bad-request");
    }

    @Test
    void controlCharactersAreLeftOutOfAQuestion() {
        String turn = field(ask(worker, session(), "你\u0000好\u0007", ""), "turnId");
        worker.get()
                .uri("/api/turns/" + turn)
                .exchange()
                .expectBody()
                .jsonPath("$.question")
                .isEqualTo("你好");
    }

    @Test
    void anUnknownAgentIsNamedInTheSentence() {
        worker.post()
                .uri("/api/sessions/" + session() + "/turns")
                .header("Accept-Language", "en")
                .bodyValue(Map.of("text", "hi", "agent", "nobody"))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).contains("nobody"));
    }
}
