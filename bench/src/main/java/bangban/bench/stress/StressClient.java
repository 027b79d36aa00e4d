package bangban.bench.stress;

import bangban.web.cli.MultipartBody;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Adds files over the API as anybody would, one call for each. */
final class StressClient implements AutoCloseable {

    private static final int LOOK_EVERY_MILLIS = 50;
    private static final long GIVE_UP_MILLIS = 10 * 60_000L;
    private static final Duration CALL = Duration.ofSeconds(60);

    private final JsonMapper json = JsonMapper.shared();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String url;
    private String token = "";

    StressClient(String url) {
        this.url = url;
    }

    boolean isUp() throws InterruptedException {
        try {
            HttpResponse<String> health = http.send(
                    HttpRequest.newBuilder(URI.create(url + "/actuator/health"))
                            .timeout(Duration.ofSeconds(10))
                            .build(),
                    BodyHandlers.ofString());
            return health.statusCode() == 200 && health.body().contains("\"UP\"");
        } catch (IOException e) {
            return false;
        }
    }

    void logIn(String password) throws IOException, InterruptedException {
        byte[] body = json.writeValueAsBytes(Map.of("username", "admin", "password", password));
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(url + "/api/login"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body)));
        token = json.readTree(answer.body()).path("token").asString();
    }

    /** Adds the file and waits for what comes of it. */
    FileOutcome add(Path file, String name) throws IOException, InterruptedException {
        long start = System.nanoTime();
        MultipartBody body = new MultipartBody(Map.of("path", name, "tier", "PERSONAL"), file);
        HttpResponse<String> answer = send(request("/api/knowledge/documents")
                .header("Content-Type", body.contentType())
                .POST(body.publisher()));
        JsonNode accepted = json.readTree(answer.body());
        if (answer.statusCode() >= 400) {
            return refused(name, accepted, millis(start), millis(start));
        }
        String job = accepted.path("jobId").asString();
        FileOutcome outcome = await(name, job, start);
        // with it go the bytes that are kept for another try
        send(request("/api/knowledge/jobs/" + job).DELETE());
        return outcome;
    }

    private FileOutcome await(String name, String job, long start) throws IOException, InterruptedException {
        long read = -1;
        while (millis(start) < GIVE_UP_MILLIS) {
            JsonNode now =
                    json.readTree(send(request("/api/knowledge/jobs/" + job)).body());
            String stage = now.path("stage").asString("");
            if (read < 0 && !stage.equals("queued") && !stage.equals("parsing")) {
                read = millis(start);
            }
            long first = read < 0 ? millis(start) : read;
            switch (now.path("status").asString("")) {
                case "done" -> {
                    String outcome = now.path("contents").isObject() ? "added with files inside" : "added";
                    return new FileOutcome(name, outcome, true, null, first, millis(start));
                }
                case "failed" -> {
                    return refused(name, now.path("error"), first, millis(start));
                }
                default -> Thread.sleep(LOOK_EVERY_MILLIS);
            }
        }
        return new FileOutcome(name, "no end", false, null, millis(start), millis(start));
    }

    private static FileOutcome refused(String name, JsonNode error, long read, long done) {
        String code = error.path("code").asString("");
        String detail = error.path("detail").asString("");
        boolean clear = !code.isEmpty() && !code.equals("internal") && !detail.isBlank();
        return new FileOutcome(name, code.isEmpty() ? "no code" : code, clear, detail, read, done);
    }

    /** What the server counts. */
    long counter(String name) throws IOException, InterruptedException {
        return send(request("/actuator/prometheus"))
                .body()
                .lines()
                .filter(line -> line.startsWith(name + "_total"))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static long millis(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(CALL).build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
