package bangban.knowledge.sandbox;

import bangban.knowledge.catalog.Format;
import bangban.knowledge.parse.FileReader;
import bangban.knowledge.parse.Members;
import bangban.knowledge.parse.Outline;
import bangban.knowledge.parse.PageProgress;
import bangban.knowledge.parse.Reading;
import bangban.knowledge.parse.SourceFile;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** A reader in a child that does what a file's name tells it to: what a library with a flaw might be brought to. */
public final class HostileReader implements FileReader {

    private static final List<byte[]> HOARD = new ArrayList<>();

    @Override
    public Reading read(SourceFile file, PageProgress progress) {
        String content = new String(file.bytes(), StandardCharsets.UTF_8);
        try {
            return document(act(file.name(), content));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Reading document(String text) {
        return new Reading.Document(Format.TEXT, new Outline(null, text, List.of(), null), Members.NONE);
    }

    private static String act(String name, String content) throws IOException, InterruptedException {
        return switch (name) {
            case "loop" -> forever();
            case "exhaust" -> exhaust();
            case "hoard" -> hoard();
            case "nest" -> nest(0);
            case "exit" -> exit(Integer.parseInt(content));
            case "fail" -> throw new IllegalStateException("flaw");
            case "print" -> print(content);
            case "speak" -> speak(content);
            case "litter" -> litter();
            case "meet" -> meet(Path.of(content));
            case "connect" -> connect(Integer.parseInt(content));
            case "shell" -> shell(content);
            case "pid" -> Long.toString(ProcessHandle.current().pid());
            case "environment" -> String.join(" ", System.getenv().keySet());
            default -> content;
        };
    }

    @SuppressWarnings("InfiniteLoopStatement")
    private static String forever() {
        while (true) {
            Thread.onSpinWait();
        }
    }

    private static String exhaust() {
        List<byte[]> held = new ArrayList<>();
        while (held.size() < Integer.MAX_VALUE) {
            held.add(new byte[1 << 20]);
        }
        return held.toString();
    }

    private static String hoard() {
        while (HOARD.size() < 40) {
            HOARD.add(new byte[1 << 20]);
        }
        return "hoarded";
    }

    @SuppressWarnings("InfiniteRecursion")
    private static String nest(int depth) {
        return nest(depth + 1) + depth;
    }

    private static String exit(int code) {
        Runtime.getRuntime().halt(code);
        return "";
    }

    @SuppressWarnings("SystemOut")
    private static String print(String content) {
        System.out.println(content);
        return "printed";
    }

    /** Past {@link System#out}, as native code could. */
    private static String speak(String content) throws IOException {
        try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            out.write(content.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return forever();
        }
    }

    private static String litter() throws IOException {
        Path made = Files.createTempDirectory("made");
        Files.writeString(made.resolve("a.txt"), "甲");
        Files.createSymbolicLink(made.resolve("link"), made);
        Files.writeString(Path.of("b.txt").toAbsolutePath(), "乙");
        return made.toString();
    }

    /** Waits until two are there, so that two processes are busy at once. */
    private static String meet(Path folder) throws IOException, InterruptedException {
        Files.createTempFile(folder, "one", "");
        while (true) {
            try (Stream<Path> there = Files.list(folder)) {
                if (there.count() >= 2) {
                    return "met";
                }
            }
            Thread.sleep(20);
        }
    }

    /** Every way that Java has, by name and by address; each line is {@code way refused} or {@code way REACHED}. */
    private static String connect(int port) {
        String web = "http://127.0.0.1:" + port + "/";
        return String.join(
                "\n",
                attempt("name", () -> InetAddress.getByName("bangban.example")),
                attempt("socket by name", () -> new Socket("localhost", port)),
                attempt("socket by address", () -> new Socket("127.0.0.1", port)),
                attempt("channel", () -> SocketChannel.open(new InetSocketAddress("127.0.0.1", port))),
                attempt("asynchronous channel", () -> {
                    AsynchronousSocketChannel channel = AsynchronousSocketChannel.open();
                    return channel.connect(new InetSocketAddress("127.0.0.1", port))
                            .get();
                }),
                attempt("url", () -> URI.create(web).toURL().openStream()),
                attempt(
                        "url in a jar's",
                        () -> URI.create("jar:" + web + "a.jar!/a").toURL().openStream()),
                attempt(
                        "client",
                        () -> HttpClient.newHttpClient()
                                .send(HttpRequest.newBuilder(URI.create(web)).build(), BodyHandlers.ofString())),
                attempt("datagram", () -> new DatagramSocket()));
    }

    private static String attempt(String way, Callable<?> connection) {
        try {
            connection.call();
            return way + " REACHED";
        } catch (Exception | Error e) {
            return way + " refused";
        }
    }

    private static String shell(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("bash", "-c", command).start();
        return "exit " + process.waitFor();
    }
}
