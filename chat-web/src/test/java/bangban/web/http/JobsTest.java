package bangban.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.knowledge.ingest.NewDocument;
import bangban.knowledge.job.IngestJob;
import bangban.knowledge.job.IngestJobs;
import bangban.knowledge.job.IngestJobs.NewFile;
import bangban.knowledge.place.Place;
import bangban.knowledge.place.Tier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

class JobsTest {

    private static final long LOOK_EVERY_NANOS = 20_000_000;

    private final String user = TestServer.freshUser();
    private final WebTestClient client = TestServer.as(user);

    private WebTestClient.ResponseSpec upload(Map<String, String> fields, Map<String, String> files) {
        MultipartBodyBuilder body = new MultipartBodyBuilder();
        files.forEach((name, text) -> body.part(
                        "file",
                        new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)),
                        MediaType.APPLICATION_OCTET_STREAM)
                .filename(name));
        fields.forEach((field, value) -> body.part(field, value));
        return client.post()
                .uri("/api/knowledge/documents")
                .body(BodyInserters.fromMultipartData(body.build()))
                .exchange();
    }

    private String accepted(Map<String, String> fields, Map<String, String> files) {
        Map<?, ?> answer = Objects.requireNonNull(upload(fields, files)
                .expectStatus()
                .isAccepted()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody());
        return String.valueOf(answer.get("jobId"));
    }

    private Map<?, ?> get(String path) {
        return Objects.requireNonNull(client.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody());
    }

    private Map<?, ?> ended(String job) {
        while (true) {
            Map<?, ?> now = get("/api/knowledge/jobs/" + job);
            if ("done".equals(now.get("status")) || "failed".equals(now.get("status"))) {
                return now;
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }

    private static String rule(String name) {
        return "# " + name + "办法\n\n第一条 " + name + "自即日起施行。\n";
    }

    private static Object under(Map<?, ?> object, String name) {
        return Objects.requireNonNull(object.get(name), name);
    }

    private static List<Map<?, ?>> items(Map<?, ?> page) {
        return ((List<?>) under(page, "items"))
                .stream().<Map<?, ?>>map(item -> (Map<?, ?>) item).toList();
    }

    @Test
    void severalFilesAreOneJobWithAStateEach() {
        String job = accepted(Map.of(), Map.of("甲.md", rule("甲"), "坏.pdf", "%PDF-1.7 garbage", "乙.md", rule("乙")));

        Map<?, ?> ended = ended(job);

        assertThat(ended.get("status")).isEqualTo("failed");
        assertThat(ended.get("files")).isEqualTo(Map.of("total", 3, "done", 2, "failed", 1));
        assertThat(ended.get("file")).isEqualTo("坏.pdf");
        assertThat(((Map<?, ?>) under(ended, "error")).get("code")).isEqualTo("file-corrupt");
        Map<?, ?> first = get("/api/knowledge/jobs/" + job + "/files?limit=2");
        Map<?, ?> second = get("/api/knowledge/jobs/" + job + "/files?limit=2&after=" + first.get("next"));
        assertThat(items(first)).hasSize(2);
        assertThat(items(second)).hasSize(1);
        assertThat(second.get("next")).isNull();
        List<Map<?, ?>> failed = items(get("/api/knowledge/jobs/" + job + "/files?status=failed"));
        assertThat(failed).hasSize(1);
        assertThat(failed.getFirst().get("retryable")).isEqualTo(false);
    }

    @Test
    void whatIsSaidOfOneFileCannotBeSaidOfSeveral() {
        upload(Map.of("title", "考勤办法"), Map.of("甲.md", rule("甲"), "乙.md", rule("乙")))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("invalid-value");
    }

    @Test
    void moreFilesJoinAJobOfTheCaller() {
        String job = accepted(Map.of(), Map.of("甲.md", rule("甲")));

        assertThat(accepted(Map.of("job", job), Map.of("乙.md", rule("乙")))).isEqualTo(job);
        upload(Map.of("job", "none"), Map.of("丙.md", rule("丙"))).expectStatus().isNotFound();

        assertThat(ended(job).get("files")).isEqualTo(Map.of("total", 2, "done", 2, "failed", 0));
    }

    @Test
    void anothersJobDoesNotExist() {
        String job = accepted(Map.of(), Map.of("甲.md", rule("甲")));
        ended(job);
        WebTestClient stranger = TestServer.as("stranger");
        String path = "/api/knowledge/jobs/" + job;

        stranger.get().uri(path).exchange().expectStatus().isNotFound();
        stranger.get().uri(path + "/files").exchange().expectStatus().isNotFound();
        stranger.post().uri(path + "/retry").exchange().expectStatus().isNotFound();
        stranger.delete().uri(path).exchange().expectStatus().isNotFound();
        assertThat(get(path).get("status")).isEqualTo("done");
    }

    @Test
    void thereIsNothingToRetryWhereNothingFailedForAWhile() {
        String job = accepted(Map.of(), Map.of("坏.pdf", "%PDF-1.7 garbage"));
        ended(job);

        client.post()
                .uri("/api/knowledge/jobs/" + job + "/retry")
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("nothing-to-retry");
    }

    @Test
    void aJobThatHasEndedIsForgottenAndItsDocumentsStay() {
        String job = accepted(Map.of(), Map.of("甲.md", rule("甲")));
        Object document = under(ended(job), "documentId");

        client.delete()
                .uri("/api/knowledge/jobs/" + job)
                .exchange()
                .expectStatus()
                .isNoContent();

        client.get().uri("/api/knowledge/jobs/" + job).exchange().expectStatus().isNotFound();
        assertThat(get("/api/knowledge/documents/" + document).get("id")).isEqualTo(document);
    }

    @Test
    void aPageOrAStateThatThereIsNotIsRefused() {
        String job = accepted(Map.of(), Map.of("甲.md", rule("甲")));
        for (String query : List.of("after=x", "status=gone", "limit=0")) {
            client.get()
                    .uri("/api/knowledge/jobs/" + job + "/files?" + query)
                    .exchange()
                    .expectStatus()
                    .isBadRequest();
        }
    }

    @Test
    void aCancelledJobEndsAndSaysSo() {
        IngestJobs jobs = TestServer.SERVER.platform().jobs();
        String text = "第一条 很长的规定。\n\n".repeat(3_000);
        String job = accepted(
                Map.of(), Map.of("长.md", "# 长办法\n\n" + text, "甲.md", rule("甲"), "乙.md", rule("乙"), "丙.md", rule("丙")));

        client.delete()
                .uri("/api/knowledge/jobs/" + job)
                .exchange()
                .expectStatus()
                .isNoContent();

        Map<?, ?> ended = ended(job);
        assertThat(ended.get("cancelled")).isEqualTo(true);
        List<Map<?, ?>> failed = items(get("/api/knowledge/jobs/" + job + "/files?status=failed"));
        assertThat(failed)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(((Map<?, ?>) under(file, "error")).get("code"))
                        .isEqualTo("ingest-cancelled"));
        assertThat(jobs.find(job, user)).map(IngestJob::cancelled).contains(true);
    }

    @Test
    void moreThanMayWaitIsRefusedWithATimeToComeBack() throws IOException {
        IngestJobs jobs = TestServer.SERVER.platform().jobs();
        List<NewFile> many = new ArrayList<>();
        for (int i = 0; i < 501; i++) {
            Place place = new Place(Tier.PERSONAL, new OrgPath("集团/甲厂"), null, List.of(), Clearance.INTERNAL, user);
            Path written = Files.writeString(jobs.incoming(), rule("第" + i));
            many.add(new NewFile(new NewDocument(i + ".md", place), written));
        }
        String job = jobs.accept(user, many).id();

        upload(Map.of(), Map.of("甲.md", rule("甲")))
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .valueEquals("Retry-After", "5")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("queue-full");

        client.delete()
                .uri("/api/knowledge/jobs/" + job)
                .exchange()
                .expectStatus()
                .isNoContent();
        ended(job);
    }
}
