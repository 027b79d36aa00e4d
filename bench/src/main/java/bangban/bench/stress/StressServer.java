package bangban.bench.stress;

import bangban.bench.JsonLines;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code ./bangban run} on a free port, with a data folder and a folder for temporary files of its own. */
final class StressServer implements AutoCloseable {

    private static final int SECONDS_TO_STOP = 60;

    /** Of the server itself: ONNX Runtime removes its library at the end, but not the folder that it was in. */
    private static final String ENCODERS_LIBRARY = "onnxruntime-java";

    private final Path folder;
    private final Process process;
    private final int port;
    private final String password;

    private StressServer(Path folder, Process process, int port, String password) {
        this.folder = folder;
        this.process = process;
        this.port = port;
        this.password = password;
    }

    /** @param root of the installation */
    static StressServer start(Path root) throws IOException {
        Path folder = Files.createTempDirectory("bangban-stress");
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        int port = freePort();
        String password = UUID.randomUUID().toString();
        ProcessBuilder builder = new ProcessBuilder(root.resolve("bangban").toString(), "run")
                .redirectOutput(folder.resolve("server.log").toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("BANGBAN_MODEL_"));
        builder.environment()
                .putAll(Map.of(
                        "BANGBAN_HOME",
                        folder.resolve("data").toString(),
                        "BANGBAN_PORT",
                        Integer.toString(port),
                        "BANGBAN_ADDRESS",
                        "127.0.0.1",
                        "BANGBAN_DEMO",
                        "false",
                        "BANGBAN_DEMO_PASSWORD",
                        password,
                        "JAVA_TOOL_OPTIONS",
                        "-Djava.io.tmpdir=" + temporary));
        return new StressServer(folder, builder.start(), port, password);
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    String password() {
        return password;
    }

    /** The script becomes the server, so this is the server's. */
    ProcessHandle handle() {
        return process.toHandle();
    }

    /** What the processes that read files have in their folders now. */
    List<String> leftBesideFiles() throws IOException {
        return below(folder.resolve("data/sandbox"), 2);
    }

    /** What is in the folders for temporary files, once the server has ended. */
    List<String> left() throws IOException {
        return Stream.of("tmp", "data/sandbox", "data/uploads")
                .map(folder::resolve)
                .flatMap(each -> {
                    try {
                        return below(each, 1).stream();
                    } catch (IOException e) {
                        return Stream.of(each + " cannot be listed");
                    }
                })
                .filter(path -> !(path.startsWith("data/uploads/") && Files.isDirectory(folder.resolve(path))))
                .filter(path -> !path.startsWith("tmp/" + ENCODERS_LIBRARY))
                .toList();
    }

    private List<String> below(Path top, int depth) throws IOException {
        if (!Files.exists(top)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(top)) {
            return paths.filter(path -> path.getNameCount() >= top.getNameCount() + depth)
                    .map(path -> folder.relativize(path).toString())
                    .toList();
        }
    }

    /** Stops it as Ctrl+C does; false where it had to be killed. */
    boolean stop() throws InterruptedException {
        process.destroy();
        if (process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
            return true;
        }
        process.destroyForcibly().waitFor();
        return false;
    }

    /** The end of what the server wrote, for whoever looks for a reason. */
    String lastWords() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("server.log"));
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    }

    /** Ends it whatever it does, and removes its folder. */
    @Override
    public void close() throws IOException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
        JsonLines.deleteFolder(folder);
    }
}
