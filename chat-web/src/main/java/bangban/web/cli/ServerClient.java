package bangban.web.cli;

import bangban.web.security.CallerFilter;
import bangban.web.start.DataFolder;
import bangban.web.start.FolderOwner;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to the server that holds the data folder, with the folder's secret, as the given account. */
final class ServerClient implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(30);
    private static final int LOOK_EVERY_MILLIS = 250;
    private static final int TOO_MANY = 429;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final JsonMapper json = JsonMapper.shared();
    private final FolderOwner owner;
    private final String url;
    private final String user;
    private final Terminal terminal;

    private ServerClient(FolderOwner owner, String url, String user, Terminal terminal) {
        this.owner = owner;
        this.url = url;
        this.user = user;
        this.terminal = terminal;
    }

    /** Waits for a server that is still starting. */
    static ServerClient to(Path home, FolderOwner holder, String user, Terminal terminal) throws InterruptedException {
        FolderOwner owner = holder;
        long until = System.nanoTime() + START.toNanos();
        while (owner.url() == null && System.nanoTime() < until) {
            Thread.sleep(LOOK_EVERY_MILLIS);
            owner = DataFolder.owner(home);
        }
        String url = owner.url();
        if (url == null) {
            throw new CommandException(
                    terminal.phrases().text("start.folder-in-use", home.toString(), Long.toString(owner.pid())));
        }
        return new ServerClient(owner, url, user, terminal);
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return call("GET", path, BodyPublishers.noBody(), null);
    }

    JsonNode send(String method, String path, Object body) throws IOException, InterruptedException {
        return call(method, path, BodyPublishers.ofByteArray(json.writeValueAsBytes(body)), "application/json");
    }

    JsonNode post(String path, BodyPublisher body, String contentType) throws IOException, InterruptedException {
        return call("POST", path, body, contentType);
    }

    /** Waits where the server says that it has too much to do. */
    private JsonNode call(String method, String path, BodyPublisher body, @Nullable String contentType)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).method(method, body);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        HttpResponse<byte[]> response = sent(request.build(), BodyHandlers.ofByteArray());
        while (response.statusCode() == TOO_MANY
                && response.headers().firstValue("Retry-After").isPresent()) {
            Thread.sleep(Duration.ofSeconds(
                    response.headers().firstValueAsLong("Retry-After").orElse(1)));
            response = sent(request.build(), BodyHandlers.ofByteArray());
        }
        if (response.statusCode() >= 400) {
            throw refused(response.statusCode(), response.body());
        }
        return response.body().length == 0 ? json.createObjectNode() : json.readTree(response.body());
    }

    /** The lines of an event stream as they come. */
    Stream<String> lines(String path) throws IOException, InterruptedException {
        HttpResponse<Stream<String>> response = sent(request(path).GET().build(), BodyHandlers.ofLines());
        if (response.statusCode() >= 400) {
            byte[] body = String.join("\n", response.body().toList()).getBytes(StandardCharsets.UTF_8);
            throw refused(response.statusCode(), body);
        }
        return response.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .header(CallerFilter.SECRET, owner.secret())
                .header(CallerFilter.AS, URLEncoder.encode(user, StandardCharsets.UTF_8))
                .header("Accept-Language", terminal.phrases().locale().toLanguageTag());
    }

    private <T> HttpResponse<T> sent(HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws IOException, InterruptedException {
        try {
            return http.send(request, handler);
        } catch (ConnectException e) {
            throw new CommandException(terminal.phrases().text("cli.server-unreachable", Long.toString(owner.pid())));
        }
    }

    private CommandException refused(int status, byte[] body) {
        if (status == 401) {
            return new CommandException(terminal.phrases().text("cli.no-such-user", user));
        }
        try {
            JsonNode problem = json.readTree(body);
            return new CommandException(Failures.coded(
                    problem.path("detail").asString("HTTP " + status),
                    problem.path("code").asString(""),
                    terminal.phrases()));
        } catch (JacksonException e) {
            return new CommandException("HTTP " + status);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
