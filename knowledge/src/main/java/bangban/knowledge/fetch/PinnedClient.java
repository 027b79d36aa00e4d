package bangban.knowledge.fetch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * The HTTP client, set up so that a connection goes where the resolver's check said and nowhere else: each call connects anew, to an
 * address that was just checked; certificates are still verified for the host's name.
 */
final class PinnedClient implements AutoCloseable {

    private static final String USER_AGENT = "Bangban/0.1 (knowledge base; robots.txt name: " + WebFetcher.ROBOT + ")";
    private static final String ACCEPT = "text/html,application/xhtml+xml,application/pdf,*/*;q=0.5";
    private static final int CONNECTIONS = 64;

    private final CloseableHttpClient client;
    private final RequestConfig config;

    PinnedClient(GuardedResolver resolver, FetchLimits limits, Optional<SSLContext> trust) {
        Timeout connect = Timeout.of(limits.connect());
        Timeout read = Timeout.of(limits.read());
        PoolingHttpClientConnectionManagerBuilder connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(read)
                        .build());
        trust.ifPresent(context -> connections.setTlsSocketStrategy(new DefaultClientTlsStrategy(context)));
        config = RequestConfig.custom().setResponseTimeout(read).build();
        client = HttpClients.custom()
                .setConnectionManager(connections.build())
                .setRequestExecutor(new CheckingExecutor(resolver))
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setUserAgent(USER_AGENT)
                .disableRedirectHandling()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .build();
    }

    /** Looks at the connection once more before anything is sent on it. */
    private static final class CheckingExecutor extends HttpRequestExecutor {

        private final GuardedResolver resolver;

        CheckingExecutor(GuardedResolver resolver) {
            this.resolver = resolver;
        }

        @Override
        public ClassicHttpResponse execute(
                ClassicHttpRequest request,
                HttpClientConnection connection,
                HttpResponseInformationCallback callback,
                HttpContext context)
                throws IOException, HttpException {
            if (!(connection.getRemoteAddress() instanceof InetSocketAddress remote)) {
                throw new IOException("connected to nothing that can be checked");
            }
            resolver.checkConnected(host(request), remote);
            return super.execute(request, connection, callback, context);
        }

        private static String host(ClassicHttpRequest request) {
            String host = request.getAuthority().getHostName();
            return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        }
    }

    HttpGet get(Target target, FetchRequest request) {
        HttpGet get = new HttpGet(target.uri());
        get.setConfig(config);
        get.setHeader(HttpHeaders.ACCEPT, ACCEPT);
        get.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip");
        if (request.etag() != null) {
            get.setHeader(HttpHeaders.IF_NONE_MATCH, request.etag());
        }
        if (request.lastModified() != null) {
            get.setHeader(HttpHeaders.IF_MODIFIED_SINCE, request.lastModified());
        }
        return get;
    }

    ClassicHttpResponse open(Target target, HttpGet call) throws IOException {
        return client.executeOpen(new HttpHost(target.uri().getScheme(), target.host(), target.port()), call, null);
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }
}
