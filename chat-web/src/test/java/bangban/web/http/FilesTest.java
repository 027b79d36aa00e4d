package bangban.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

/** Files brought into a conversation, read by the real parsers and asked about by the real agent. */
class FilesTest {

    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT = new ParameterizedTypeReference<>() {};
    private static final Path PDF = Path.of("../config/demo/documents/集团/风机叶片巡检规程.pdf");
    private static final String ASKED = "作业时地面警戒半径不小于多少米";
    private static final long LOOK_EVERY_NANOS = 20_000_000;

    private final String user = TestServer.freshUser();
    private WebTestClient client = TestServer.client();

    @BeforeEach
    void login() {
        client = TestServer.as(user);
    }

    private String session() {
        return String.valueOf(Documents.post(client, "/api/sessions", "").get("id"));
    }

    private WebTestClient.ResponseSpec upload(String name, byte[] bytes) {
        MultipartBodyBuilder body = new MultipartBodyBuilder();
        body.part("file", new ByteArrayResource(bytes), MediaType.APPLICATION_OCTET_STREAM)
                .filename(name);
        return client.post()
                .uri("/api/files")
                .body(BodyInserters.fromMultipartData(body.build()))
                .exchange();
    }

    private static Map<String, Object> object(WebTestClient.ResponseSpec response) {
        return Objects.requireNonNull(response.expectBody(OBJECT).returnResult().getResponseBody());
    }

    /** Uploads and waits until it was read. */
    private Map<String, Object> read(String name, byte[] bytes) {
        Map<String, Object> file = object(upload(name, bytes).expectStatus().is2xxSuccessful());
        while ("reading".equals(file.get("status"))) {
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
            file = Documents.get(client, "/api/files/" + file.get("fileId"));
        }
        return file;
    }

    private String pdf() throws IOException {
        return String.valueOf(read("巡检规程.pdf", Files.readAllBytes(PDF)).get("fileId"));
    }

    private String text(String name, String clause) {
        byte[] bytes = ("# " + name + "\n\n第一条 " + clause + "\n").getBytes(StandardCharsets.UTF_8);
        return String.valueOf(read(name + ".md", bytes).get("fileId"));
    }

    private WebTestClient.ResponseSpec post(String session, String text, List<String> files) {
        return client.post()
                .uri("/api/sessions/" + session + "/turns")
                .bodyValue(Map.of("text", text, "attachments", files))
                .exchange();
    }

    private Map<String, Object> ask(String session, String text, List<String> files) {
        String turn = String.valueOf(
                object(post(session, text, files).expectStatus().isAccepted()).get("turnId"));
        Map<String, Object> answer = Documents.get(client, "/api/turns/" + turn);
        while ("running".equals(answer.get("status"))) {
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
            answer = Documents.get(client, "/api/turns/" + turn);
        }
        assertThat(answer).as("%s", answer).containsEntry("status", "finished");
        return answer;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> object, String name) {
        return (List<Map<String, Object>>) Objects.requireNonNull(object.get(name));
    }

    private static String document(Map<String, Object> turn) {
        return String.valueOf(list(turn, "attachments").getFirst().get("documentId"));
    }

    @Test
    void aFileIsAskedAboutAtOnceAndCitedByItsPage() throws IOException {
        Map<String, Object> file = read("巡检规程.pdf", Files.readAllBytes(PDF));
        assertThat(file)
                .containsEntry("name", "巡检规程.pdf")
                .containsEntry("status", "ready")
                .containsEntry("pages", 3)
                .containsEntry("problem", null);
        String session = session();

        Map<String, Object> turn = ask(session, ASKED, List.of(String.valueOf(file.get("fileId"))));

        assertThat(String.valueOf(turn.get("text"))).contains("100m");
        assertThat(list(turn, "citations"))
                .isNotEmpty()
                .allSatisfy(citation -> assertThat(citation)
                        .containsEntry("page", 2)
                        .containsEntry("documentId", document(turn))
                        .containsEntry("file", "巡检规程.pdf"));
        assertThat(list(turn, "attachments"))
                .singleElement()
                .satisfies(sent -> assertThat(sent)
                        .containsEntry("fileId", file.get("fileId"))
                        .containsEntry("name", "巡检规程.pdf"));
        Map<String, Object> later = ask(session, "吊篮、绳索作业时轮毂高度风速不大于多少", List.of());
        assertThat(list(later, "citations")).extracting("documentId").contains(document(turn));
        assertThat(list(later, "attachments")).isEmpty();
    }

    @Test
    void aFileThatNothingIsAskedOfIsShownByItsHeadings() throws IOException {
        Map<String, Object> turn = ask(session(), "", List.of(pdf()));

        assertThat(String.valueOf(turn.get("text")))
                .contains("风力发电机组叶片巡检规程")
                .contains("共 3 页")
                .contains("作业条件");
        assertThat(list(turn, "citations")).extracting("page").contains(1, 2, 3);
        assertThat(turn).containsEntry("refused", false);
    }

    @Test
    void whatTheFileDoesNotSayIsAnsweredFromTheKnowledgeBaseAndSaidSo() {
        Documents.add(client, "蓝鲸.md", "蓝鲸馆每周三闭馆检修。", Map.of());
        Map<String, Object> turn = ask(session(), "蓝鲸馆每周几闭馆检修", List.of(text("合同", "乙方应当在四十五日内付款。")));
        assertThat(String.valueOf(turn.get("text"))).startsWith("附件里没有写到这一点").contains("每周三");
    }

    @Test
    void nobodyElseAndNoOtherSessionLearnsOfTheFile() throws IOException {
        String unsent = pdf();
        String sent = pdf();
        String session = session();
        Map<String, Object> turn = ask(session, ASKED, List.of(sent));
        String document = document(turn);
        String path = "/api/knowledge/documents/" + document;
        WebTestClient other = TestServer.as(TestServer.freshUser());
        for (String file : List.of(unsent, sent)) {
            for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.DELETE)) {
                assertThat(Documents.call(other, method, "/api/files/" + file, "")
                                .status())
                        .isEqualTo(404);
            }
            String own =
                    String.valueOf(Documents.post(other, "/api/sessions", "").get("id"));
            Documents.Answer refused = Documents.call(
                    other,
                    HttpMethod.POST,
                    "/api/sessions/" + own + "/turns",
                    Map.of("text", ASKED, "attachments", List.of(file)));
            assertThat(refused.body()).contains("attachment-unknown").doesNotContain("巡检规程");
        }
        for (String each : List.of(path, path + "/pages/1", path + "/original")) {
            assertThat(Documents.call(other, HttpMethod.GET, each + "?session=" + session, "")
                            .status())
                    .isEqualTo(404);
            assertThat(Documents.call(client, HttpMethod.GET, each, "").status())
                    .isEqualTo(404);
            assertThat(Documents.call(client, HttpMethod.GET, each + "?session=" + session, "")
                            .status())
                    .isEqualTo(200);
        }
        assertThat(Documents.call(other, HttpMethod.PATCH, path + "?session=" + session, Map.of("tier", "PERSONAL"))
                        .status())
                .isEqualTo(404);
        for (WebTestClient outside : List.of(client, other)) {
            assertThat(Documents.found(outside, "地面警戒半径")).doesNotContain(document, "巡检");
            assertThat(Documents.items(outside, "/api/knowledge/documents?q=巡检"))
                    .isEmpty();
        }
        Map<String, Object> elsewhere = ask(session(), "@policy " + ASKED, List.of());
        assertThat(list(elsewhere, "citations")).isEmpty();
    }

    @Test
    void whatCannotBeSentIsNamedAndNothingIsAsked() {
        String session = session();
        String good = text("合同", "甲方付款。");
        Map<String, Object> bad = read("坏.pdf", "%PDF-1.7 garbage".getBytes(StandardCharsets.UTF_8));
        assertThat(bad).containsEntry("status", "failed");
        assertThat(String.valueOf(bad.get("problem"))).contains("file-corrupt");
        refused(post(session, "问", List.of("none")), 400, "attachment-unknown", "none");
        refused(
                post(session, "问", List.of(good, String.valueOf(bad.get("fileId")))),
                409,
                "attachment-failed",
                "坏.pdf");
        refused(post(session, "", List.of()), 400, "empty-question", "");
        assertThat(Documents.items(client, "/api/sessions/" + session + "/turns"))
                .isEmpty();
        ask(session, "谁付款", List.of(good));
        refused(post(session(), "问", List.of(good)), 409, "attachment-elsewhere", "合同.md");
        refused(client.delete().uri("/api/files/" + good).exchange(), 409, "attachment-sent", "合同.md");
    }

    private static void refused(WebTestClient.ResponseSpec response, int status, String code, String named) {
        Map<String, Object> problem = object(response.expectStatus().isEqualTo(status));
        assertThat(problem).containsEntry("code", code);
        assertThat(String.valueOf(problem.get("detail"))).contains(named);
    }

    @Test
    void aRepetitionSendsNothingTwice() {
        String session = session();
        String file = text("合同", "甲方付款。");
        Map<String, Object> body = Map.of("text", "谁付款", "attachments", List.of(file));
        List<Map<String, Object>> turns = List.of(keyed(session, body), keyed(session, body));
        assertThat(turns.get(0)).isEqualTo(turns.get(1));
        client.post()
                .uri("/api/sessions/" + session + "/turns")
                .header("Idempotency-Key", "one")
                .bodyValue(Map.of("text", "谁付款"))
                .exchange()
                .expectStatus()
                .isEqualTo(409);
    }

    private Map<String, Object> keyed(String session, Map<String, Object> body) {
        return object(client.post()
                .uri("/api/sessions/" + session + "/turns")
                .header("Idempotency-Key", "one")
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isAccepted());
    }

    @Test
    void whatIsTakenBackBeforeItIsSentIsGone() {
        String file = text("合同", "甲方付款。");
        client.delete().uri("/api/files/" + file).exchange().expectStatus().isNoContent();
        client.get().uri("/api/files/" + file).exchange().expectStatus().isNotFound();
        refused(post(session(), "问", List.of(file)), 400, "attachment-unknown", file);
    }

    @Test
    void aFileThatIsPutIntoTheKnowledgeBaseOutlivesItsSession() {
        String session = session();
        Map<String, Object> kept = ask(session, "海豚馆几点开门", List.of(text("海豚馆", "海豚馆九点开门。")));
        Map<String, Object> gone = ask(session, "海狮馆几点开门", List.of(text("海狮馆", "海狮馆十点开门。")));
        assertThat(Documents.found(client, "海豚馆")).doesNotContain(document(kept));

        Map<String, Object> promoted = object(client.patch()
                .uri("/api/knowledge/documents/" + document(kept) + "?session=" + session)
                .contentType(MediaType.valueOf("application/merge-patch+json"))
                .bodyValue("{\"tier\":\"PERSONAL\"}")
                .exchange()
                .expectStatus()
                .isOk());

        assertThat(promoted).containsEntry("tier", "PERSONAL").containsEntry("sessionId", null);
        assertThat(Documents.found(client, "海豚馆")).contains(document(kept));
        client.delete()
                .uri("/api/sessions/" + session)
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(Documents.reads(client, document(kept))).isTrue();
        assertThat(TestServer.SERVER.platform().documents().entry(document(gone)))
                .isEmpty();
    }
}
