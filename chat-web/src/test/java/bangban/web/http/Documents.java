package bangban.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

/** Documents over HTTP, for tests. */
final class Documents {

    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT = new ParameterizedTypeReference<>() {};
    private static final String PATH = "/api/knowledge/documents";
    private static final long LOOK_EVERY_NANOS = 20_000_000;

    private Documents() {}

    /** A list on the wire. */
    record Items(List<Map<String, Object>> items) {}

    /** What the server said. */
    record Answer(int status, String body) {}

    static Answer call(WebTestClient client, HttpMethod method, String path, Object body) {
        WebTestClient.RequestBodySpec request = client.method(method).uri(path);
        WebTestClient.ResponseSpec response =
                body.equals("") ? request.exchange() : request.bodyValue(body).exchange();
        EntityExchangeResult<byte[]> result = response.expectBody().returnResult();
        byte[] bytes = result.getResponseBody();
        return new Answer(result.getStatus().value(), bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8));
    }

    /** Adds a document of one clause and waits until it is in. */
    static String add(WebTestClient client, String file, String clause, Map<String, String> fields) {
        Map<String, Object> job =
                object(upload(client, file, clause, fields).expectStatus().isAccepted());
        return String.valueOf(finished(client, String.valueOf(job.get("jobId"))).get("documentId"));
    }

    /** The same, for the job's id. */
    static String addJob(WebTestClient client, String file, String clause) {
        Map<String, Object> job =
                object(upload(client, file, clause, Map.of()).expectStatus().isAccepted());
        String id = String.valueOf(job.get("jobId"));
        finished(client, id);
        return id;
    }

    /** Brings a file of one clause for a conversation; the file's id. */
    static String bring(WebTestClient client, String file, String clause) {
        return String.valueOf(object(sent(client, "/api/files", file, clause, Map.of())
                        .expectStatus()
                        .is2xxSuccessful())
                .get("fileId"));
    }

    static Map<String, Object> post(WebTestClient client, String path, Object body) {
        return object(client.post()
                .uri(path)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .is2xxSuccessful());
    }

    static WebTestClient.ResponseSpec upload(
            WebTestClient client, String file, String clause, Map<String, String> fields) {
        return sent(client, PATH, file, clause, fields);
    }

    private static WebTestClient.ResponseSpec sent(
            WebTestClient client, String path, String file, String clause, Map<String, String> fields) {
        byte[] bytes = ("# 考勤办法\n\n第一条 " + clause + "\n").getBytes(StandardCharsets.UTF_8);
        MultipartBodyBuilder body = new MultipartBodyBuilder();
        body.part("file", new ByteArrayResource(bytes), MediaType.APPLICATION_OCTET_STREAM)
                .filename(file);
        fields.forEach(body::part);
        return client.post()
                .uri(path)
                .body(BodyInserters.fromMultipartData(body.build()))
                .exchange();
    }

    private static Map<String, Object> finished(WebTestClient client, String job) {
        while (true) {
            Map<String, Object> now = get(client, "/api/knowledge/jobs/" + job);
            assertThat(now.get("status")).as("%s", now).isNotEqualTo("failed");
            if ("done".equals(now.get("status"))) {
                return now;
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }

    static Map<String, Object> get(WebTestClient client, String path) {
        return object(client.get().uri(path).exchange().expectStatus().isOk());
    }

    static List<Map<String, Object>> items(WebTestClient client, String path) {
        return Objects.requireNonNull(client.get()
                        .uri(path)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(Items.class)
                        .returnResult()
                        .getResponseBody())
                .items();
    }

    static WebTestClient.ResponseSpec patch(WebTestClient client, String id, String json) {
        return client.patch()
                .uri(PATH + "/" + id)
                .contentType(MediaType.valueOf("application/merge-patch+json"))
                .bodyValue(json)
                .exchange();
    }

    static WebTestClient.ResponseSpec share(WebTestClient client, String id, String kind, String name) {
        return client.post()
                .uri(PATH + "/" + id + "/shares")
                .bodyValue(Map.of("kind", kind, "name", name))
                .exchange();
    }

    static boolean reads(WebTestClient client, String id) {
        return client.get()
                        .uri(PATH + "/" + id)
                        .exchange()
                        .returnResult(Void.class)
                        .getStatus()
                        .value()
                == 200;
    }

    static String found(WebTestClient client, String word) {
        return call(client, HttpMethod.GET, "/api/knowledge/search?k=100&q=" + word, "")
                .body();
    }

    private static Map<String, Object> object(WebTestClient.ResponseSpec response) {
        return Objects.requireNonNull(response.expectBody(OBJECT).returnResult().getResponseBody());
    }
}
