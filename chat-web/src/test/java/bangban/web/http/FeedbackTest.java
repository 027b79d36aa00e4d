package bangban.web.http;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;

class FeedbackTest {

    private static String field(WebTestClient.ResponseSpec response, String name) {
        Map<?, ?> body = Objects.requireNonNull(
                response.expectBody(Map.class).returnResult().getResponseBody());
        return String.valueOf(body.get(name));
    }

    private record Asked(WebTestClient by, String session, String turn) {

        WebTestClient.ResponseSpec give(Map<String, ?> feedback) {
            return by.post().uri(path()).bodyValue(feedback).exchange();
        }

        String path() {
            return "/api/turns/" + turn + "/feedback";
        }
    }

    private static Asked ask(String user) {
        WebTestClient client = TestServer.as(user);
        String session = field(client.post().uri("/api/sessions").exchange(), "id");
        String turn = field(
                client.post()
                        .uri("/api/sessions/" + session + "/turns")
                        .bodyValue(Map.of("text", "你好", "agent", ScriptedAgent.NAME))
                        .exchange(),
                "turnId");
        return new Asked(client, session, turn);
    }

    @Test
    void whoAskedGivesItReadsItChangesItAndTakesItBack() {
        Asked asked = ask("worker");
        asked.give(Map.of("useful", true)).expectStatus().isOk();
        asked.give(Map.of("useful", false, "reason", "outdated", "comment", " 去年\u0000改了 "))
                .expectStatus()
                .isOk();
        asked.by()
                .get()
                .uri("/api/turns/" + asked.turn())
                .exchange()
                .expectBody()
                .jsonPath("$.feedback.useful")
                .isEqualTo(false)
                .jsonPath("$.feedback.reason")
                .isEqualTo("outdated")
                .jsonPath("$.feedback.comment")
                .isEqualTo("去年改了");
        asked.by().delete().uri(asked.path()).exchange().expectStatus().isNoContent();
        asked.by()
                .get()
                .uri("/api/sessions/" + asked.session() + "/turns")
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].agent")
                .isEqualTo(ScriptedAgent.NAME)
                .jsonPath("$.items[0].feedback")
                .isEmpty();
    }

    @Test
    void forEveryoneElseTheTurnDoesNotExist() {
        Asked asked = ask("worker");
        for (String other : new String[] {"stranger", "keeper", "admin"}) {
            new Asked(TestServer.as(other), asked.session(), asked.turn())
                    .give(Map.of("useful", true))
                    .expectStatus()
                    .isNotFound();
            TestServer.as(other)
                    .method(HttpMethod.DELETE)
                    .uri(asked.path())
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
    }

    @Test
    void whatIsNoFeedbackIsRefusedByName() {
        Asked asked = ask("worker");
        refused(asked, Map.of(), "useful");
        refused(asked, Map.of("useful", false, "reason", "ugly"), "reason");
        refused(asked, Map.of("useful", true, "reason", "wrong"), "reason");
        refused(asked, Map.of("useful", false, "comment", "长".repeat(1001)), "comment");
    }

    private static void refused(Asked asked, Map<String, ?> feedback, String named) {
        asked.give(new HashMap<>(feedback))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("invalid-value")
                .jsonPath("$.detail")
                .value(
                        String.class,
                        detail -> org.assertj.core.api.Assertions.assertThat(detail)
                                .contains(named));
    }

    @Test
    void thoseWhoKeepTheKnowledgeReadTheirUnitsFeedbackAndNobodyElseDoes() {
        Asked asked = ask("worker");
        asked.give(Map.of("useful", false, "reason", "wrong")).expectStatus().isOk();
        ask("stranger").give(Map.of("useful", true)).expectStatus().isOk();

        TestServer.as("keeper")
                .get()
                .uri("/api/feedback?limit=200")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[?(@.turnId == '" + asked.turn() + "')].feedback.reason")
                .isEqualTo("wrong")
                .jsonPath("$.items[?(@.username == 'stranger')]")
                .isEmpty();
        TestServer.as("worker")
                .get()
                .uri("/api/feedback")
                .exchange()
                .expectStatus()
                .isForbidden();
        TestServer.as("admin")
                .get()
                .uri("/api/feedback?after=nowhere")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }
}
