package bangban.knowledge.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bangban.knowledge.fetch.FetchException.Reason;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connection that goes to a checked address still asks for, and verifies, the host's name. */
class PinnedTlsTest {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final HostResolver LOOPBACK = host -> List.of(InetAddress.ofLiteral("127.0.0.1"));

    @TempDir
    private static Path folder;

    private static HttpsServer server;
    private static SSLContext context;

    @BeforeAll
    static void start() throws IOException, GeneralSecurityException, InterruptedException {
        context = context(certificate("wiki.example"));
        server = HttpsServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            try (exchange) {
                if (exchange.getRequestURI().getPath().equals("/down")) {
                    exchange.getResponseHeaders().set("Location", "http://wiki.example/");
                    exchange.sendResponseHeaders(302, -1);
                } else {
                    LocalSite.send(exchange, "text/plain", new byte[] {'x'});
                }
            }
        });
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    private static Path certificate(String name) throws IOException, InterruptedException {
        Path store = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "site",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "SAN=dns:" + name,
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        return store;
    }

    /** Shows and trusts that one certificate. */
    private static SSLContext context(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("site", store.getCertificate("site"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext made = SSLContext.getInstance("TLS");
        made.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return made;
    }

    private static Fetched fetch(String host, String path, Optional<SSLContext> trust) throws Exception {
        try (WebFetcher fetcher =
                new WebFetcher(LOOPBACK, AllowedTargets.parse(LocalSite.ALLOW), FetchLimits.STANDARD, trust)) {
            return fetcher.fetch(new FetchRequest(
                    "https://" + host + ":" + server.getAddress().getPort() + path, Set.of()));
        }
    }

    private static Reason refusal(String host, String path, Optional<SSLContext> trust) {
        FetchException refused = catchThrowableOfType(FetchException.class, () -> fetch(host, path, trust));
        assertThat(refused).isNotNull();
        return refused.reason();
    }

    @Test
    void theCertificateOfTheNameIsAccepted() throws Exception {
        assertThat(fetch("wiki.example", "/", Optional.of(context))).isInstanceOf(Fetched.Content.class);
    }

    @Test
    void anothersCertificateIsNot() {
        assertThat(refusal("bank.example", "/", Optional.of(context))).isEqualTo(Reason.CERTIFICATE);
    }

    @Test
    void norIsOneThatNobodyTrusts() {
        assertThat(refusal("wiki.example", "/", Optional.empty())).isEqualTo(Reason.CERTIFICATE);
    }

    @Test
    void aRedirectFromHttpsToHttpIsNotFollowed() {
        assertThat(refusal("wiki.example", "/down", Optional.of(context))).isEqualTo(Reason.DOWNGRADE);
    }
}
