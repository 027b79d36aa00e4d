package bangban.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.config.organisation.Clearance;
import bangban.runtime.identity.Role;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;

class LoginTest {

    private static WebTestClient.ResponseSpec login(String user, String password) {
        return TestServer.client()
                .post()
                .uri("/api/login")
                .header("Accept-Language", "en")
                .bodyValue(Map.of("username", user, "password", password))
                .exchange();
    }

    @Test
    void givesATokenForTheRightPassword() {
        TestServer.as("worker")
                .get()
                .uri("/api/me")
                .exchange()
                .expectBody()
                .jsonPath("$.username")
                .isEqualTo("worker")
                .jsonPath("$.org")
                .isEqualTo("集团/甲厂");
    }

    @Test
    void answersAWrongPasswordAndAnUnknownNameAlike() {
        String wrong = String.valueOf(login(TestServer.freshUser(), "not the password")
                .expectStatus()
                .isUnauthorized()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
        String unknown = String.valueOf(login("nobody-here", "not the password")
                .expectStatus()
                .isUnauthorized()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
        assertThat(wrong).isEqualTo(unknown).contains("login-failed").contains("nothing was changed");
    }

    @Test
    void slowsDownGuessing() {
        String user = TestServer.freshUser();
        for (int i = 0; i < 5; i++) {
            login(user, "guess number " + i).expectStatus().isUnauthorized();
        }
        login(user, TestServer.PASSWORD)
                .expectStatus()
                .isEqualTo(429)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("login-throttled");
    }

    @Test
    void aPasswordChangeRevokesTheOtherTokensAndKeepsItsOwn() {
        String user = TestServer.freshUser();
        String own = TestServer.token(user, TestServer.PASSWORD);
        String other = TestServer.token(user, TestServer.PASSWORD);
        TestServer.with(own)
                .post()
                .uri("/api/me/password")
                .bodyValue(Map.of("current", TestServer.PASSWORD, "next", "another-long-one"))
                .exchange()
                .expectStatus()
                .isNoContent();
        TestServer.with(own).get().uri("/api/me").exchange().expectStatus().isOk();
        TestServer.with(other).get().uri("/api/me").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void aWrongCurrentPasswordIsNoReasonToLogOut() {
        TestServer.as(TestServer.freshUser())
                .post()
                .uri("/api/me/password")
                .bodyValue(Map.of("current", "wrong one here", "next", "another-long-one"))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("wrong-password");
    }

    @Test
    void aDisabledUsersTokenIsDeadAtOnce() {
        String user = TestServer.freshUser();
        WebTestClient client = TestServer.as(user);
        client.get().uri("/api/me").exchange().expectStatus().isOk();
        TestServer.as("admin")
                .patch()
                .uri("/api/users/" + user)
                .bodyValue(Map.of("disabled", true))
                .exchange()
                .expectStatus()
                .isOk();
        client.get().uri("/api/me").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void anAdministratorResetsAPasswordAndItsLoginsEnd() {
        String user = TestServer.freshUser();
        WebTestClient client = TestServer.as(user);
        Map<?, ?> made = Objects.requireNonNull(TestServer.as("admin")
                .post()
                .uri("/api/users/" + user + "/password")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody());
        client.get().uri("/api/me").exchange().expectStatus().isUnauthorized();
        login(user, TestServer.PASSWORD).expectStatus().isUnauthorized();
        login(user, String.valueOf(made.get("password"))).expectStatus().isOk();
    }

    @Test
    void aPasswordIsResetOnlyWithinTheAdministratorsReach() {
        String chief = TestServer.freshUser("集团/甲厂", Clearance.INTERNAL, Role.ADMIN);
        String outside = TestServer.freshUser("集团/乙厂", Clearance.INTERNAL, Role.MEMBER);
        String above = TestServer.freshUser("集团/甲厂", Clearance.SECRET, Role.MEMBER);
        WebTestClient client = TestServer.as(chief);
        resets(client, outside).isNotFound();
        resets(client, above).isForbidden();
        resets(client, chief).isForbidden();
        resets(client, "nobody-here").isNotFound();
        resets(TestServer.as("worker"), above).isForbidden();
        for (String untouched : new String[] {outside, above, chief}) {
            login(untouched, TestServer.PASSWORD).expectStatus().isOk();
        }
    }

    @Test
    void whoIsNoAuditorMakesNoneAndTakesNoneOver() {
        WebTestClient chief = TestServer.as(TestServer.freshUser("集团/甲厂", Clearance.INTERNAL, Role.ADMIN));
        chief.post()
                .uri("/api/users")
                .bodyValue(Map.of(
                        "username",
                        "own.auditor",
                        "password",
                        TestServer.PASSWORD,
                        "org",
                        "集团/甲厂",
                        "roles",
                        List.of("auditor")))
                .exchange()
                .expectStatus()
                .isForbidden();
        resets(chief, TestServer.freshUser("集团/甲厂", Clearance.INTERNAL, Role.AUDITOR))
                .isForbidden();
    }

    private static StatusAssertions resets(WebTestClient client, String user) {
        return client.post().uri("/api/users/" + user + "/password").exchange().expectStatus();
    }

    @Test
    void loggingOutEndsTheToken() {
        WebTestClient client = TestServer.as("worker");
        client.post().uri("/api/logout").exchange().expectStatus().isNoContent();
        client.get().uri("/api/me").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void onlyAnAdministratorSeesAccounts() {
        TestServer.as("worker")
                .get()
                .uri("/api/users")
                .exchange()
                .expectStatus()
                .isForbidden();
        TestServer.as("admin")
                .get()
                .uri("/api/users?limit=2")
                .exchange()
                .expectStatus()
                .isOk();
    }
}
