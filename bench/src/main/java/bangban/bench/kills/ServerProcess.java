package bangban.bench.kills;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The real server in a process of its own, on loopback. */
final class ServerProcess implements AutoCloseable {

    static final String PASSWORD = "kills-proof-password";
    private static final Duration START = Duration.ofSeconds(60);
    private static final int LOOK_EVERY_MILLIS = 50;

    private final Process process;
    private final URI url;

    private ServerProcess(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    /** Returns when it answers. Its output goes on at the end of the log. */
    static ServerProcess start(Path home, Path log) throws IOException, InterruptedException {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xss512k",
                "-Xmx600m",
                "-Dfile.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "bangban.web.Bangban",
                "run"));
        builder.environment()
                .putAll(Map.of(
                        "BANGBAN_HOME",
                        home.toString(),
                        "BANGBAN_ADDRESS",
                        "127.0.0.1",
                        "BANGBAN_PORT",
                        Integer.toString(port),
                        "BANGBAN_DEMO",
                        "false",
                        "BANGBAN_DEMO_PASSWORD",
                        PASSWORD));
        File output = log.toFile();
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(output));
        ServerProcess server = new ServerProcess(builder.start(), URI.create("http://127.0.0.1:" + port));
        server.awaitAnswer();
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitAnswer() throws InterruptedException {
        long until = System.nanoTime() + START.toNanos();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(url.resolve("/api/status")).build();
            while (System.nanoTime() < until && process.isAlive()) {
                try {
                    if (http.send(request, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200) {
                        return;
                    }
                } catch (IOException e) {
                    Thread.sleep(LOOK_EVERY_MILLIS);
                }
            }
        }
        process.destroyForcibly();
        throw new IllegalStateException("the server did not start");
    }

    /** Processes, of dead servers too, that use this data folder. */
    static List<Long> left(Path home) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(command -> command.contains(home.toString()))
                        .isPresent())
                .map(ProcessHandle::pid)
                .toList();
    }

    URI url() {
        return url;
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As Ctrl+C does. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
