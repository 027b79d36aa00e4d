package bangban.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.config.organisation.Clearance;
import bangban.runtime.identity.Role;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

class AuditTest {

    private static Map<?, ?> page(WebTestClient client, String query) {
        return Objects.requireNonNull(client.get()
                .uri("/api/audit" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody());
    }

    private static List<String> column(Map<?, ?> page, String name) {
        return ((List<?>) Objects.requireNonNull(page.get("items")))
                .stream()
                        .map(row -> String.valueOf(((Map<?, ?>) row).get(name)))
                        .toList();
    }

    @Test
    void anAuditorReadsWhatAUserDidTheLatestFirst() {
        String user = TestServer.freshUser();
        TestServer.as(user).post().uri("/api/logout").exchange().expectStatus().isNoContent();
        WebTestClient auditor = TestServer.as(TestServer.freshUser("集团/审计部", Clearance.INTERNAL, Role.AUDITOR));

        Map<?, ?> first = page(auditor, "?limit=1&user=" + user);
        Map<?, ?> second = page(auditor, "?limit=1&user=" + user + "&after=" + first.get("next"));

        assertThat(column(first, "action")).containsExactly("logout");
        assertThat(column(second, "action")).containsExactly("login");
        assertThat(first.get("intact")).isEqualTo(true);
        assertThat(second.get("intact")).isNull();
        assertThat(second.get("next")).isNull();
    }

    @Test
    void readingIsItselfRecorded() {
        String name = TestServer.freshUser("集团/审计部", Clearance.INTERNAL, Role.AUDITOR);
        WebTestClient auditor = TestServer.as(name);
        page(auditor, "?user=worker");

        Map<?, ?> read = page(auditor, "?user=" + name);

        assertThat(column(read, "action")).containsExactly("audit.read", "audit.read", "login");
        assertThat(column(read, "object")).containsExactly(name, "worker", name);
    }

    @Test
    void anAdministratorReadsOnlyTheirUnits() {
        TestServer.as("stranger");
        TestServer.as("worker");
        WebTestClient chief = TestServer.as(TestServer.freshUser("集团/甲厂", Clearance.INTERNAL, Role.ADMIN));

        assertThat(column(page(chief, "?user=stranger"), "action")).isEmpty();
        assertThat(column(page(chief, "?user=worker&limit=1"), "action")).hasSize(1);
        assertThat(column(page(chief, "?limit=200"), "user")).doesNotContain("stranger", "admin");
    }

    @Test
    void nobodyElseReadsIt() {
        for (String user : List.of("worker", "keeper")) {
            TestServer.as(user)
                    .get()
                    .uri("/api/audit")
                    .exchange()
                    .expectStatus()
                    .isForbidden();
        }
    }
}
