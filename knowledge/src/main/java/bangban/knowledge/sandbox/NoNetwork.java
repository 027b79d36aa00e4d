package bangban.knowledge.sandbox;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketImpl;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Closes every way out that Java code has: addresses of web and file servers, sockets old and new, and names. Where the operating
 * system allows, the process stands in a network of its own besides, which has no way out for native code either.
 */
final class NoNetwork {

    private static final Set<String> REMOTE = Set.of("http", "https", "ftp", "mailto");
    private static final AtomicInteger ATTEMPTS = new AtomicInteger();

    private NoNetwork() {}

    /**
     * Once, before the first file. Channels are closed by {@link ClosedChannels} and {@link ClosedAsynchronousChannels}, names by
     * {@link ClosedNames}, all set at start.
     */
    @SuppressWarnings("deprecation") // the only doors to the sockets that are no channels
    static void install() throws IOException {
        URL.setURLStreamHandlerFactory(protocol -> REMOTE.contains(protocol) ? new ClosedAddress() : null);
        Socket.setSocketImplFactory(NoNetwork::socket);
        ServerSocket.setSocketFactory(NoNetwork::socket);
        DatagramSocket.setDatagramSocketImplFactory(() -> {
            throw new IllegalStateException(refused());
        });
        ProxySelector.setDefault(null);
    }

    /** Counts an attempt and is what it gets. */
    static IOException refused() {
        ATTEMPTS.incrementAndGet();
        return new IOException("no network here");
    }

    /** How often something tried since this was last asked. */
    static int attempts() {
        return ATTEMPTS.getAndSet(0);
    }

    private static SocketImpl socket() {
        throw new IllegalStateException(refused());
    }

    private static final class ClosedAddress extends URLStreamHandler {

        @Override
        protected URLConnection openConnection(URL address) throws IOException {
            throw refused();
        }
    }
}
