package bangban.knowledge.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web site on this machine whose pages a test says and changes. */
public final class LocalSite implements AutoCloseable {

    /** What lets a fetcher reach it. */
    public static final String ALLOW = "127.0.0.0/8:*";

    /** Answers one request. */
    @FunctionalInterface
    public interface Page {
        void answer(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Page> pages = new ConcurrentHashMap<>();

    /** Path and query of every request, in the order in which they came. */
    public final List<String> asked = new CopyOnWriteArrayList<>();

    public LocalSite() {
        this("127.0.0.1", 0);
    }

    LocalSite(String address, int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(address), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            try (exchange) {
                Page page = pages.get(exchange.getRequestURI().toString());
                if (page == null) {
                    exchange.sendResponseHeaders(404, -1);
                } else {
                    page.answer(exchange);
                }
            }
        });
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    public LocalSite on(String path, Page page) {
        pages.put(path, page);
        return this;
    }

    public LocalSite html(String path, String html) {
        return on(path, exchange -> send(exchange, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8)));
    }

    public LocalSite text(String path, String text) {
        return on(path, exchange -> send(exchange, "text/plain", text.getBytes(StandardCharsets.UTF_8)));
    }

    public LocalSite status(String path, int status) {
        return on(path, exchange -> exchange.sendResponseHeaders(status, -1));
    }

    public LocalSite redirect(String path, String location) {
        return on(path, exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(302, -1);
        });
    }

    public LocalSite without(String path) {
        pages.remove(path);
        return this;
    }

    public static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
