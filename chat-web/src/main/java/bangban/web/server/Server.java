package bangban.web.server;

import bangban.web.platform.Answering;
import bangban.web.platform.Platform;
import bangban.web.start.DataFolder;
import bangban.web.start.Settings;
import bangban.web.start.StartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.PortInUseException;

/** The platform with its web server. */
public final class Server implements AutoCloseable {

    private final Platform platform;
    private final String url;

    private Server(Platform platform, String url) {
        this.platform = platform;
        this.url = url;
    }

    /**
     * Starts and returns when requests are answered.
     *
     * @throws StartException for what an operator can mend: folder, disk, port, address
     */
    public static Server start(Settings settings) {
        // the folder first: whoever holds it also holds the port, and is to be named
        DataFolder folder = DataFolder.open(settings.home());
        try {
            checkPort(settings);
        } catch (StartException e) {
            folder.close();
            throw e;
        }
        Path parts = folder.folder("uploads/parts");
        clear(parts);
        Map<String, Object> properties = Map.of(
                "server.address", settings.address(),
                "server.port", settings.port(),
                "spring.webflux.multipart.file-storage-directory", parts.toString());
        try {
            Platform platform =
                    Platform.open(settings, folder, WebApplicationType.REACTIVE, properties, ServerConfiguration.class);
            String port = platform.context().getEnvironment().getRequiredProperty("local.server.port");
            String url = "http://" + host(settings.listenOn()) + ":" + port;
            platform.folder().announce(url);
            platform.context().getBean(Answering.class).begin();
            platform.jobs().start();
            return new Server(platform, url);
        } catch (PortInUseException e) {
            throw portInUse(settings);
        }
    }

    /** What a request that a crash cut off had sent. */
    private static void clear(Path parts) {
        try (Stream<Path> left = Files.list(parts)) {
            for (Path part : left.toList()) {
                Files.delete(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Before Spring is started, since it is the likeliest thing to go wrong. */
    private static void checkPort(Settings settings) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(settings.listenOn(), settings.port()));
        } catch (BindException e) {
            throw String.valueOf(e.getMessage()).contains("assign")
                    ? new StartException("start.address-unavailable", settings.address())
                    : portInUse(settings);
        } catch (IOException e) {
            throw new StartException("start.address-unavailable", settings.address());
        }
    }

    private static StartException portInUse(Settings settings) {
        int other = settings.port() < 65_535 ? settings.port() + 1 : 8080;
        return new StartException("start.port-in-use", Integer.toString(settings.port()), Integer.toString(other));
    }

    private static String host(InetAddress address) {
        if (address.isAnyLocalAddress()) {
            return "127.0.0.1";
        }
        String host = address.getHostAddress();
        return host.contains(":") ? "[" + host + "]" : host;
    }

    public Platform platform() {
        return platform;
    }

    /** Where a browser on this machine finds it. */
    public String url() {
        return url;
    }

    @Override
    public void close() {
        platform.close();
    }
}
