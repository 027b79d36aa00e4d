package bangban.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.config.organisation.Clearance;
import bangban.runtime.identity.Role;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

class SourcesTest {

    private static final String SOURCES = "/api/knowledge/sources";
    private static final long LOOK_EVERY_NANOS = 20_000_000;

    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final HttpServer site = site();

    private HttpServer site() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
            server.createContext("/", exchange -> {
                try (exchange) {
                    String page = pages.get(exchange.getRequestURI().getPath());
                    byte[] body = String.valueOf(page).getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                    exchange.sendResponseHeaders(page == null ? 404 : 200, body.length);
                    exchange.getResponseBody().write(body);
                }
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void stop() {
        site.stop(0);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + site.getAddress().getPort() + path;
    }

    private static String page(String title, String text) {
        return "<html><head><title>" + title + "</title></head><body>" + text + "</body></html>";
    }

    private static Map<?, ?> body(WebTestClient.ResponseSpec response) {
        return Objects.requireNonNull(
                response.expectBody(Map.class).returnResult().getResponseBody());
    }

    private static WebTestClient.ResponseSpec post(WebTestClient client, Map<String, Object> fields) {
        return client.post().uri(SOURCES).bodyValue(fields).exchange();
    }

    private static Map<?, ?> get(WebTestClient client, String path) {
        return body(client.get().uri(path).exchange().expectStatus().isOk());
    }

    private static Map<?, ?> ended(WebTestClient client, Object source) {
        while (true) {
            Map<?, ?> run = (Map<?, ?>)
                    Objects.requireNonNull(get(client, SOURCES + "/" + source).get("lastRun"));
            if (!"running".equals(run.get("status"))) {
                return run;
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }

    private static void refuses(String code, String url, String... named) {
        Map<?, ?> problem = body(
                post(TestServer.as("worker"), Map.of("url", url)).expectStatus().isBadRequest());
        assertThat(problem.get("code")).isEqualTo(code);
        assertThat(String.valueOf(problem.get("detail"))).contains(named);
    }

    private static List<?> items(WebTestClient client, String path) {
        return (List<?>) Objects.requireNonNull(get(client, path).get("items"));
    }

    private static String files(WebTestClient client, String title) {
        return items(client, "/api/knowledge/documents?q=" + title).stream()
                .map(document -> String.valueOf(((Map<?, ?>) document).get("file")))
                .toList()
                .toString();
    }

    @Test
    void aSiteIsAddedWalkedChangedRunAgainAndDeletedWithItsDocuments() {
        String title = "站" + UUID.randomUUID();
        pages.put("/r/", page("目录 " + title, "<a href='/r/a'>一</a> <a href='/r/gone'>二</a><p>目录正文。</p>"));
        pages.put("/r/a", page("办法 " + title, "<p>考勤办法正文。</p>"));
        WebTestClient keeper = TestServer.as("keeper");
        Map<?, ?> source = body(post(
                        keeper,
                        Map.of("url", url("/r/?utm_source=x#top"), "kind", "site", "delaySeconds", 0.1, "tier", "UNIT"))
                .expectStatus()
                .isCreated());
        Object id = Objects.requireNonNull(source.get("id"));
        assertThat(source.get("url")).isEqualTo(url("/r/"));
        assertThat(source.get("pathPrefix")).isEqualTo("/r/");
        assertThat(source.get("org")).isEqualTo("集团/甲厂");
        Map<?, ?> run = ended(keeper, id);
        assertThat(run.get("status")).as("%s", run).isEqualTo("done");
        assertThat(List.of(number(run, "added"), number(run, "failed"))).containsExactly(2, 1);
        Map<?, ?> detail = get(keeper, SOURCES + "/" + id + "/runs/" + run.get("id"));
        assertThat(String.valueOf(detail.get("failures"))).contains(url("/r/gone"), "web-gone", "链接");
        assertThat(files(TestServer.as("worker"), title)).contains(url("/r/"), url("/r/a"));

        keeper.patch()
                .uri(SOURCES + "/" + id)
                .bodyValue(Map.of("schedule", "daily", "depth", 1))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.schedule")
                .isEqualTo("daily")
                .jsonPath("$.depth")
                .isEqualTo(1)
                .jsonPath("$.nextRunAt")
                .isNotEmpty();
        pages.remove("/r/a");
        keeper.post()
                .uri(SOURCES + "/" + id + "/runs")
                .exchange()
                .expectStatus()
                .isAccepted();
        assertThat(number(ended(keeper, id), "gone")).isEqualTo(1);
        assertThat(items(keeper, SOURCES + "/" + id + "/runs")).hasSize(2);
        keeper.delete()
                .uri(SOURCES + "/" + id + "?documents=true")
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(files(keeper, title)).isEqualTo("[]");
        keeper.get().uri(SOURCES + "/" + id).exchange().expectStatus().isNotFound();
    }

    private static int number(Map<?, ?> run, String field) {
        return ((Number) Objects.requireNonNull(run.get(field))).intValue();
    }

    @Test
    void theOriginalOfAPageIsSavedUnderItsTitle() {
        String title = "页" + UUID.randomUUID();
        pages.put("/p", page(title, "<p>正文。</p>"));
        WebTestClient worker = TestServer.as("worker");
        Object source = body(post(worker, Map.of("url", url("/p"), "delaySeconds", 0.1)))
                .get("id");
        ended(worker, Objects.requireNonNull(source));
        Map<?, ?> document =
                (Map<?, ?>) items(worker, "/api/knowledge/documents?q=" + title).getFirst();
        worker.get()
                .uri("/api/knowledge/documents/" + document.get("id") + "/original")
                .exchange()
                .expectHeader()
                .valueMatches("Content-Disposition", "attachment; .*" + title.substring(1) + "\\.html");
    }

    @Test
    void whatIsNotToBeFetchedIsRefusedWithWhatToDo() {
        refuses("web-internal-address", "http://10.1.2.3/wiki", "10.1.2.3", "BANGBAN_FETCH_ALLOW=10.1.2.3");
        refuses("web-internal-address", "http://169.254.169.254/latest/meta-data/", "169.254.169.254");
        refuses("web-internal-address", "http://[::1]:8080/", "BANGBAN_FETCH_ALLOW=[0:0:0:0:0:0:0:1]:8080");
        refuses("web-address", "http://2130706433/", "请从浏览器复制网址");
        refuses("web-scheme", "没有网址", "请从浏览器复制网址");
        refuses("web-scheme", "file:///etc/passwd", "http://");
        refuses("web-credentials", "http://admin:admin@127.0.0.1/", "@");
        refuses("web-port", "http://8.8.8.8:22/", "22", "BANGBAN_FETCH_ALLOW=8.8.8.8:22");
    }

    @Test
    void aFieldThatCannotBeUsedIsNamed() {
        WebTestClient worker = TestServer.as("worker");
        Map<String, Object> wrong = Map.of(
                "depth",
                11,
                "maxPages",
                0,
                "delaySeconds",
                0.01,
                "schedule",
                "hourly",
                "kind",
                "web",
                "pathPrefix",
                "x",
                "clearance",
                "绝密");
        wrong.forEach((field, value) -> {
            Map<?, ?> problem = body(post(
                            worker,
                            field.equals("kind")
                                    ? Map.of("url", url("/"), field, value)
                                    : Map.of("url", url("/"), "kind", "site", field, value))
                    .expectStatus()
                    .isBadRequest());
            assertThat(String.valueOf(problem.get("detail"))).contains("“" + field + "”");
        });
    }

    @Test
    void sourcesAreForThoseWhoMayAddToTheirPlace() {
        pages.put("/", page("首页", "<p>正文。</p>"));
        WebTestClient keeper = TestServer.as("keeper");
        WebTestClient worker = TestServer.as("worker");
        post(worker, Map.of("url", url("/"), "tier", "UNIT")).expectStatus().isForbidden();
        post(keeper, Map.of("url", url("/"), "tier", "GROUP")).expectStatus().isForbidden();
        Object unit =
                body(post(keeper, Map.of("url", url("/"), "tier", "UNIT"))).get("id");
        Object own = body(post(worker, Map.of("url", url("/")))).get("id");
        see(keeper, unit, 200);
        see(worker, unit, 404);
        see(worker, own, 200);
        see(keeper, own, 404);
        see(TestServer.as(TestServer.freshUser("集团", Clearance.SECRET, Role.KNOWLEDGE_MANAGER)), unit, 200);
        see(TestServer.as(TestServer.freshUser("集团/乙厂", Clearance.SECRET, Role.KNOWLEDGE_MANAGER)), unit, 404);
        see(TestServer.as(TestServer.freshUser("集团/甲厂", Clearance.PUBLIC, Role.KNOWLEDGE_MANAGER)), unit, 404);
    }

    private static void see(WebTestClient client, @org.jspecify.annotations.Nullable Object id, int status) {
        client.get().uri(SOURCES + "/" + id).exchange().expectStatus().isEqualTo(status);
        client.post()
                .uri(SOURCES + "/" + id + "/runs/none/stop")
                .exchange()
                .expectStatus()
                .isNotFound();
        assertThat(items(client, SOURCES + "?limit=200").toString().contains(String.valueOf(id)))
                .isEqualTo(status == 200);
    }

    @Test
    void whoLostTheRightHasNoRunAndIsToldSo() {
        pages.put("/", page("首页", "<p>正文。</p>"));
        String leaver = TestServer.freshUser("集团/甲厂", Clearance.INTERNAL, Role.KNOWLEDGE_MANAGER);
        Object source = body(post(TestServer.as(leaver), Map.of("url", url("/"), "tier", "UNIT")))
                .get("id");
        WebTestClient keeper = TestServer.as("keeper");
        ended(keeper, Objects.requireNonNull(source));
        TestServer.SERVER.platform().accounts().disable(leaver, true);
        keeper.post()
                .uri(SOURCES + "/" + source + "/runs")
                .exchange()
                .expectStatus()
                .isAccepted();
        Map<?, ?> run = ended(keeper, source);
        assertThat(run.get("status")).isEqualTo("failed");
        assertThat(String.valueOf(run.get("error"))).contains("web-forbidden", leaver);
    }

    @Test
    void whatIsDoneWithASourceIsAudited() {
        pages.put("/audited", page("首页", "<p>正文。</p>"));
        String user = TestServer.freshUser();
        WebTestClient client = TestServer.as(user);
        Object source = body(post(client, Map.of("url", url("/audited")))).get("id");
        ended(client, Objects.requireNonNull(source));
        client.delete().uri(SOURCES + "/" + source).exchange().expectStatus().isNoContent();
        String records =
                items(TestServer.as("admin"), "/api/audit?user=" + user).toString();
        assertThat(records).contains("source.add", "source.delete", url("/audited"));
    }
}
