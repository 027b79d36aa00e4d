package bangban.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.web.start.DataFolder;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class EdgeTest {

    @Test
    void everyAnswerCarriesTheProtectiveHeaders() {
        TestServer.client()
                .get()
                .uri("/api/status")
                .exchange()
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .valueEquals("X-Frame-Options", "DENY")
                .expectHeader()
                .valueEquals("Referrer-Policy", "no-referrer")
                .expectHeader()
                .value(
                        "Content-Security-Policy",
                        policy -> assertThat(policy)
                                .contains("default-src 'self'", "script-src 'self';", "frame-ancestors 'none'"));
    }

    @Test
    void aForeignHostNameIsRefused() {
        TestServer.client()
                .get()
                .uri("/api/status")
                .header("Host", "rebound.example:8080")
                .exchange()
                .expectStatus()
                .isEqualTo(421);
    }

    @Test
    void nothingOfTheApiIsOpenToNobody() {
        for (String path :
                new String[] {"/api/me", "/api/sessions", "/api/knowledge/search?q=x", "/mcp", "/v1/models"}) {
            TestServer.client().get().uri(path).exchange().expectStatus().isUnauthorized();
        }
        TestServer.client()
                .get()
                .uri("/actuator/health")
                .exchange()
                .expectStatus()
                .isOk();
        TestServer.client().get().uri("/actuator/env").exchange().expectStatus().isNotFound();
    }

    @Test
    void theFoldersSecretActsAsAnyAccountAndAWrongOneAsNone() {
        String secret =
                DataFolder.owner(TestServer.SERVER.platform().folder().root()).secret();
        for (Map.Entry<String, Integer> each :
                Map.of(secret, 200, "wrong" + secret, 401, "", 401).entrySet()) {
            TestServer.client()
                    .get()
                    .uri("/api/me")
                    .header("X-Bangban-Local-Secret", each.getKey())
                    .header("X-Bangban-As", "worker")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(each.getValue());
        }
        TestServer.client()
                .get()
                .uri("/api/me")
                .header("X-Bangban-Local-Secret", secret)
                .header("X-Forwarded-For", "10.0.0.1")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void theDescriptionAndTheRoutesAreTheSame() throws Exception {
        Set<String> described = new TreeSet<>();
        try (InputStream yaml = EdgeTest.class.getResourceAsStream("/api/openapi.yaml")) {
            JsonNode paths = YAMLMapper.shared().readTree(yaml).path("paths");
            paths.propertyStream()
                    .forEach(path -> path.getValue()
                            .propertyNames()
                            .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        }
        Set<String> mapped = new TreeSet<>();
        TestServer.SERVER
                .platform()
                .context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(route -> route.getPatternsCondition()
                        .getPatterns()
                        .forEach(pattern -> route.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> mapped.add(method + " " + pattern.getPatternString()))));
        mapped.removeIf(route -> !route.contains(" /api/"));
        assertThat(mapped).isEqualTo(described);
    }
}
