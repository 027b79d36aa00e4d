package bangban.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

class KnowledgeTest {

    private static final long LOOK_EVERY_NANOS = 20_000_000;

    private static WebTestClient.ResponseSpec upload(
            WebTestClient client, String name, byte[] bytes, Map<String, String> fields) {
        MultipartBodyBuilder body = new MultipartBodyBuilder();
        body.part("file", new ByteArrayResource(bytes), MediaType.APPLICATION_OCTET_STREAM)
                .filename(name);
        fields.forEach((field, value) -> body.part(field, value));
        return client.post()
                .uri("/api/knowledge/documents")
                .body(BodyInserters.fromMultipartData(body.build()))
                .exchange();
    }

    private static Map<?, ?> finished(WebTestClient client, WebTestClient.ResponseSpec accepted) {
        Map<?, ?> job = Objects.requireNonNull(accepted.expectStatus()
                .isAccepted()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody());
        String path = "/api/knowledge/jobs/" + job.get("jobId");
        while (true) {
            Map<?, ?> now = Objects.requireNonNull(client.get()
                    .uri(path)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody(Map.class)
                    .returnResult()
                    .getResponseBody());
            if ("done".equals(now.get("status")) || "failed".equals(now.get("status"))) {
                return now;
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }

    private static byte[] rule(String text) {
        return ("# 考勤办法\n\n第一条 " + text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void failsWith(String code, String name, byte[] bytes) {
        WebTestClient worker = TestServer.as("worker");
        Map<?, ?> job = finished(worker, upload(worker, name, bytes, Map.of()));
        assertThat(job.get("status")).isEqualTo("failed");
        Map<?, ?> error = (Map<?, ?>) Objects.requireNonNull(job.get("error"));
        assertThat(error.get("code")).isEqualTo(code);
        assertThat(String.valueOf(error.get("detail"))).contains("没有入库").contains("请");
    }

    @Test
    void aFileThatCannotBeReadFailsWithAClearSentence() throws Exception {
        failsWith("file-empty", "空.md", new byte[0]);
        failsWith("file-corrupt", "坏.pdf", "%PDF-1.7 garbage".getBytes(StandardCharsets.UTF_8));
        failsWith("file-encrypted", "密.pdf", encrypted());
    }

    @Test
    void anArchiveTellsWhatCameOfEachFileInside() throws Exception {
        WebTestClient worker = TestServer.as(TestServer.freshUser());
        Map<?, ?> job = finished(worker, upload(worker, "制度.zip", archive(), Map.of()));
        assertThat(job.get("status")).isEqualTo("done");
        Map<?, ?> contents = (Map<?, ?>) Objects.requireNonNull(job.get("contents"));
        assertThat(contents.get("added")).isEqualTo(1);
        assertThat((List<?>) contents.get("failed")).singleElement().satisfies(one -> {
            Map<?, ?> failed = (Map<?, ?>) one;
            assertThat(failed.get("file")).isEqualTo("制度.zip/甲/程序.exe");
            Map<?, ?> error = (Map<?, ?>) Objects.requireNonNull(failed.get("error"));
            assertThat(error.get("code")).isEqualTo("file-unknown-format");
        });
        Map<?, ?> documents = page(worker, "/api/knowledge/documents?q=制度.zip");
        assertThat(files(documents)).containsExactly("制度.zip/甲/考勤.md");
    }

    private static byte[] archive() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("甲/考勤.md"));
            zip.write(rule("早班七点。"));
            zip.putNextEntry(new ZipEntry("甲/程序.exe"));
            zip.write(new byte[] {'M', 'Z', 0, 1});
        }
        return bytes.toByteArray();
    }

    @Test
    void everyoneListsTheirOwnJobsTheNewestFirst() {
        WebTestClient fresh = TestServer.as(TestServer.freshUser());
        for (String name : new String[] {"甲.md", "乙.md", "丙.md"}) {
            finished(fresh, upload(fresh, name, rule(name), Map.of()));
        }
        Map<?, ?> first = page(fresh, "/api/knowledge/jobs?limit=2");
        assertThat(files(first)).containsExactly("丙.md", "乙.md");
        Map<?, ?> second = page(fresh, "/api/knowledge/jobs?limit=2&after=" + first.get("next"));
        assertThat(files(second)).containsExactly("甲.md");
        assertThat(second.get("next")).isNull();
        TestServer.as("stranger")
                .get()
                .uri("/api/knowledge/jobs?after=" + first.get("next"))
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    private static Map<?, ?> page(WebTestClient client, String path) {
        return Objects.requireNonNull(client.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody());
    }

    private static List<Object> files(Map<?, ?> page) {
        return ((List<?>) Objects.requireNonNull(page.get("items")))
                .stream().<Object>map(job -> ((Map<?, ?>) job).get("file")).toList();
    }

    private static byte[] encrypted() throws Exception {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            var bytes = new java.io.ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    @Test
    void aReaderSeesOnlyWhatIsTheirs() {
        WebTestClient worker = TestServer.as("worker");
        WebTestClient keeper = TestServer.as("keeper");
        WebTestClient stranger = TestServer.as("stranger");
        String own = id(finished(worker, upload(worker, "我的.md", rule("个人备忘蓝鲸。"), Map.of())));
        String unit = id(
                finished(keeper, upload(keeper, "甲厂.md", rule("甲厂早班七点蓝鲸。"), Map.of("tier", "UNIT", "org", "集团/甲厂"))));
        String secret = id(
                finished(keeper, upload(keeper, "密件.md", rule("甲厂秘密蓝鲸。"), Map.of("tier", "UNIT", "clearance", "秘密"))));
        see(worker, own, 200);
        see(worker, unit, 200);
        see(worker, secret, 404);
        see(keeper, own, 404);
        see(keeper, secret, 200);
        see(stranger, own, 404);
        see(stranger, unit, 404);
        see(TestServer.as("admin"), own, 404);
        assertThat(search(worker)).contains(own, unit).doesNotContain(secret);
        assertThat(search(stranger)).doesNotContain(own, unit, secret);
        worker.delete()
                .uri("/api/knowledge/documents/" + unit)
                .exchange()
                .expectStatus()
                .isForbidden();
        stranger.delete()
                .uri("/api/knowledge/documents/" + unit)
                .exchange()
                .expectStatus()
                .isNotFound();
        keeper.delete()
                .uri("/api/knowledge/documents/" + unit)
                .exchange()
                .expectStatus()
                .isNoContent();
        see(worker, unit, 404);
    }

    private static String id(Map<?, ?> job) {
        assertThat(job.get("status")).as("%s", job).isEqualTo("done");
        return String.valueOf(job.get("documentId"));
    }

    private static void see(WebTestClient client, String id, int status) {
        for (String path : new String[] {"", "/pages/1", "/original"}) {
            client.get()
                    .uri("/api/knowledge/documents/" + id + path)
                    .exchange()
                    .expectStatus()
                    .isEqualTo(status);
        }
    }

    private static String search(WebTestClient client) {
        return String.valueOf(client.get()
                .uri(uri -> uri.path("/api/knowledge/search")
                        .queryParam("q", "蓝鲸")
                        .queryParam("k", 50)
                        .build())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static WebTestClient.ResponseSpec searched(String query) {
        return TestServer.as("worker")
                .get()
                .uri(uri ->
                        uri.path("/api/knowledge/search").queryParam("q", "{q}").build(query))
                .exchange();
    }

    @Test
    void whatIsNoQuestionIsNotSearchedAndALongOneIs() {
        searched(" \u0000\u200b ")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("empty-question");
        searched("长".repeat(20_001))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("question-too-long");
        searched("蓝鲸的规定有哪些？".repeat(500)).expectStatus().isOk();
    }

    @Test
    void whoDoesNotManageAPlaceAddsNothingThere() {
        byte[] bytes = rule("没有权限。");
        WebTestClient worker = TestServer.as("worker");
        WebTestClient keeper = TestServer.as("keeper");
        upload(worker, "a.md", bytes, Map.of("tier", "UNIT")).expectStatus().isForbidden();
        upload(keeper, "a.md", bytes, Map.of("tier", "UNIT", "org", "集团/乙厂"))
                .expectStatus()
                .isForbidden();
        upload(keeper, "a.md", bytes, Map.of("tier", "GROUP")).expectStatus().isForbidden();
        upload(worker, "a.md", bytes, Map.of("clearance", "秘密")).expectStatus().isForbidden();
        upload(worker, "a.md", bytes, Map.of("owner", "stranger", "clearance", "绝密"))
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void aFieldThatIsTooLongIsNamedWithItsLimit() {
        WebTestClient worker = TestServer.as("worker");
        Map<String, Integer> limits = Map.of("domain", 200, "version", 200, "title", 500);
        limits.forEach((field, limit) -> upload(worker, "长.md", rule("太长。"), Map.of(field, "长".repeat(limit + 1)))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("field-too-long")
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).contains("“" + field + "”", " " + limit + " 个")));
        id(finished(worker, upload(worker, "不长.md", rule("不长。"), Map.of("domain", "长".repeat(200)))));
    }

    @Test
    void theOriginalComesBackAsAnAttachmentThatNoBrowserRuns() {
        WebTestClient worker = TestServer.as("worker");
        byte[] bytes = "<html><body><p>第一条 原文。</p></body></html>".getBytes(StandardCharsets.UTF_8);
        String id = id(finished(worker, upload(worker, "原 件.html", bytes, Map.of())));
        worker.get()
                .uri("/api/knowledge/documents/" + id + "/original")
                .exchange()
                .expectHeader()
                .valueMatches("Content-Disposition", "attachment; .*filename\\*=UTF-8''%E5%8E%9F%20%E4%BB%B6.html")
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .valueMatches("Content-Security-Policy", "sandbox.*")
                .expectBody(byte[].class)
                .isEqualTo(bytes);
    }
}
