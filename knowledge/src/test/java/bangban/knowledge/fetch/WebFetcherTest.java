package bangban.knowledge.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bangban.knowledge.fetch.FetchException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WebFetcherTest {

    private static final FetchLimits LIMITS = FetchLimits.STANDARD;
    private static final FetchLimits SMALL =
            new FetchLimits(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(30), 2 << 20, 20, 5);

    private final LocalSite site = new LocalSite();
    private final List<WebFetcher> fetchers = new ArrayList<>();

    @AfterEach
    void close() {
        fetchers.forEach(WebFetcher::close);
        site.close();
    }

    private WebFetcher fetcher(HostResolver hosts, String allowed, FetchLimits limits) {
        WebFetcher fetcher = new WebFetcher(hosts, AllowedTargets.parse(allowed), limits, Optional.empty());
        fetchers.add(fetcher);
        return fetcher;
    }

    private WebFetcher fetcher() {
        return fetcher(HostResolver.SYSTEM, LocalSite.ALLOW, SMALL);
    }

    private static Fetched.Content content(WebFetcher fetcher, String url) throws Exception {
        return (Fetched.Content) fetcher.fetch(new FetchRequest(url, Set.of()));
    }

    private static void refuses(Reason reason, WebFetcher fetcher, String url) {
        refuses(reason, fetcher, new FetchRequest(url, Set.of()));
    }

    private static void refuses(Reason reason, WebFetcher fetcher, FetchRequest request) {
        FetchException refused = catchThrowableOfType(FetchException.class, () -> fetcher.fetch(request));
        assertThat(refused).isNotNull();
        assertThat(refused.reason()).as(refused.getMessage()).isEqualTo(reason);
    }

    @Test
    void aPageComesWithWhatTheServerSaysOfIt() throws Exception {
        site.on("/a?x=1", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"1\"");
            exchange.getResponseHeaders().set("X-Robots-Tag", "noindex");
            LocalSite.send(exchange, "Text/HTML; charset=GBK", "正文".getBytes("GBK"));
        });
        Fetched.Content page = content(fetcher(), site.url("/a?x=1#part"));
        assertThat(page.url()).isEqualTo(site.url("/a?x=1"));
        assertThat(page.type()).isEqualTo("text/html");
        assertThat(page.charset()).isEqualTo("GBK");
        assertThat(page.etag()).isEqualTo("\"1\"");
        assertThat(page.robotsTag()).isEqualTo("noindex");
        assertThat(page.bytes()).isEqualTo("正文".getBytes("GBK"));
    }

    @Test
    void theRequestNamesTheProgramAndCarriesNeitherCookieNorCredentials() throws Exception {
        AtomicReference<@Nullable String> seen = new AtomicReference<>();
        site.on("/set", exchange -> {
            exchange.getResponseHeaders().set("Set-Cookie", "id=1");
            exchange.getResponseHeaders().set("Location", "/get");
            exchange.sendResponseHeaders(302, -1);
        });
        site.on("/get", exchange -> {
            seen.set(exchange.getRequestHeaders().toString());
            LocalSite.send(exchange, "text/plain", new byte[] {'x'});
        });
        content(fetcher(), site.url("/set"));
        assertThat(seen.get()).contains("Bangban").doesNotContainIgnoringCase("cookie", "authorization");
    }

    @Test
    void aKeptCopyIsAskedForByItsTagAndMayStillBeRight() throws Exception {
        site.on("/a", exchange -> {
            boolean same = "\"1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))
                    && "Tue, 01 Jan 2030 00:00:00 GMT"
                            .equals(exchange.getRequestHeaders().getFirst("If-Modified-Since"));
            exchange.sendResponseHeaders(same ? 304 : 500, -1);
        });
        Fetched again =
                fetcher().fetch(new FetchRequest(site.url("/a"), Set.of(), "\"1\"", "Tue, 01 Jan 2030 00:00:00 GMT"));
        assertThat(again).isEqualTo(new Fetched.NotModified(site.url("/a")));
    }

    @Test
    void whatIsNotThereIsToldFromWhatFailed() throws Exception {
        site.status("/gone", 410).status("/broken", 503);
        WebFetcher fetcher = fetcher();
        assertThat(fetcher.fetch(new FetchRequest(site.url("/no"), Set.of())))
                .isEqualTo(new Fetched.Gone(site.url("/no"), 404));
        assertThat(fetcher.fetch(new FetchRequest(site.url("/gone"), Set.of())))
                .isEqualTo(new Fetched.Gone(site.url("/gone"), 410));
        refuses(Reason.STATUS, fetcher, site.url("/broken"));
    }

    @Test
    void withoutLeaveNothingOnThisMachineIsConnectedTo() {
        WebFetcher fetcher = fetcher(HostResolver.SYSTEM, "", SMALL);
        site.text("/a", "x");
        refuses(Reason.INTERNAL_ADDRESS, fetcher, site.url("/a"));
        assertThat(site.asked).isEmpty();
    }

    @Test
    void openAndClosedPortsOfAForbiddenAddressLookTheSame() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            closed = socket.getLocalPort();
        }
        WebFetcher fetcher = fetcher(HostResolver.SYSTEM, "", SMALL);
        refuses(Reason.INTERNAL_ADDRESS, fetcher, "http://127.0.0.1:" + closed + "/");
        refuses(Reason.INTERNAL_ADDRESS, fetcher, site.url("/"));
        refuses(Reason.UNREACHABLE, fetcher(), "http://127.0.0.1:" + closed + "/");
    }

    @Test
    void aRedirectIsFollowedAndEachHopIsChecked() throws Exception {
        site.redirect("/a", "/b").redirect("/b", site.url("/c")).text("/c", "there");
        assertThat(content(fetcher(), site.url("/a")).url()).isEqualTo(site.url("/c"));
        site.redirect("/meta", "http://169.254.169.254/latest/meta-data/")
                .redirect("/private", "http://10.0.0.1/")
                .redirect("/file", "file:///etc/passwd")
                .redirect("/user", "http://a:b@127.0.0.1:" + site.port() + "/c")
                .redirect("/odd", "http://2130706433/");
        refuses(Reason.INTERNAL_ADDRESS, fetcher(), site.url("/meta"));
        refuses(Reason.INTERNAL_ADDRESS, fetcher(), site.url("/private"));
        refuses(Reason.SCHEME, fetcher(), site.url("/file"));
        refuses(Reason.CREDENTIALS, fetcher(), site.url("/user"));
        refuses(Reason.ADDRESS, fetcher(), site.url("/odd"));
    }

    @Test
    void fiveRedirectsAreFollowedAndNoMore() throws Exception {
        for (int i = 1; i <= 6; i++) {
            site.redirect("/" + i, "/" + (i - 1));
        }
        site.text("/0", "end");
        assertThat(content(fetcher(), site.url("/5")).url()).isEqualTo(site.url("/0"));
        refuses(Reason.TOO_MANY_REDIRECTS, fetcher(), site.url("/6"));
    }

    @Test
    void theAnswerThatWasCheckedIsTheOneConnectedTo() throws Exception {
        List<String> answers = new ArrayList<>(List.of("127.0.0.1", "127.0.0.2"));
        HostResolver rebinding = host -> List.of(InetAddress.ofLiteral(answers.removeFirst()));
        site.text("/a", "first");
        WebFetcher fetcher = fetcher(rebinding, LocalSite.ALLOW, SMALL);
        Fetched.Content page = content(fetcher, "http://wiki.example:" + site.port() + "/a");
        assertThat(new String(page.bytes(), StandardCharsets.UTF_8)).isEqualTo("first");
        assertThat(answers).as("asked once").containsExactly("127.0.0.2");
    }

    @Test
    void aNameThatChangesFromPublicToThisMachineIsRefusedAtTheConnection() throws Exception {
        List<String> answers = new ArrayList<>(List.of("8.8.8.8", "127.0.0.1"));
        HostResolver rebinding = host -> List.of(InetAddress.ofLiteral(answers.removeFirst()));
        WebFetcher fetcher = fetcher(rebinding, "wiki.example:*", SMALL);
        String url = "http://wiki.example:" + site.port() + "/a";
        fetcher.check(url);
        refuses(Reason.SPECIAL_ADDRESS, fetcher, url);
        assertThat(site.asked).isEmpty();
    }

    @Test
    void whereAConnectionReallyGotToIsChecked() {
        GuardedResolver resolver = new GuardedResolver(HostResolver.SYSTEM, AllowedTargets.NONE);
        InetSocketAddress inside = new InetSocketAddress(InetAddress.ofLiteral("10.0.0.1"), 80);
        assertThatExceptionOfType(GuardedResolver.RefusedException.class)
                .isThrownBy(() -> resolver.checkConnected("wiki.example", inside));
        InetSocketAddress outside = new InetSocketAddress(InetAddress.ofLiteral("8.8.8.8"), 80);
        assertThatNoException().isThrownBy(() -> resolver.checkConnected("wiki.example", outside));
    }

    @Test
    void oneForbiddenAddressAmongSeveralIsEnough() {
        HostResolver both = host -> List.of(InetAddress.ofLiteral("8.8.8.8"), InetAddress.ofLiteral("10.0.0.1"));
        refuses(Reason.INTERNAL_ADDRESS, fetcher(both, "", SMALL), "http://wiki.example/");
    }

    @Test
    @Timeout(60)
    void anEndlessBodyIsCut() {
        site.on("/endless", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            drip(exchange.getResponseBody(), new byte[64 << 10], 0);
        });
        site.on("/announced", exchange -> {
            exchange.sendResponseHeaders(200, 3 << 20);
            drip(exchange.getResponseBody(), new byte[1], 20);
        });
        FetchLimits patient =
                new FetchLimits(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofHours(1), 2 << 20, 20, 5);
        WebFetcher fetcher = fetcher(HostResolver.SYSTEM, LocalSite.ALLOW, patient);
        refuses(Reason.TOO_LARGE, fetcher, site.url("/endless"));
        refuses(Reason.TOO_LARGE, fetcher, site.url("/announced"));
    }

    @Test
    void aBodyThatTricklesIsEndedByTheWholeTime() {
        FetchLimits hasty =
                new FetchLimits(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofMillis(400), 2 << 20, 20, 5);
        site.on("/slow", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            drip(exchange.getResponseBody(), new byte[1], 20);
        });
        refuses(Reason.TOO_SLOW, fetcher(HostResolver.SYSTEM, LocalSite.ALLOW, hasty), site.url("/slow"));
    }

    /** Sends until the other side hangs up. */
    private static void drip(OutputStream body, byte[] piece, long pause) {
        try {
            while (true) {
                body.write(piece);
                body.flush();
                Thread.sleep(pause);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageMatching("(?i).*(pipe|reset|closed).*");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void packedPagesAreUnpackedAndBombsAreNot() throws Exception {
        site.on("/packed", exchange -> packed(exchange, "包".repeat(1000).getBytes(StandardCharsets.UTF_8)));
        site.on("/bomb", exchange -> packed(exchange, new byte[1_900_000]));
        site.on("/large", exchange -> packed(exchange, new byte[8 << 20]));
        assertThat(new String(content(fetcher(), site.url("/packed")).bytes(), StandardCharsets.UTF_8))
                .isEqualTo("包".repeat(1000));
        refuses(Reason.TOO_LARGE, fetcher(), site.url("/bomb"));
        refuses(Reason.TOO_LARGE, fetcher(), site.url("/large"));
    }

    private static void packed(com.sun.net.httpserver.HttpExchange exchange, byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(body);
        }
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        LocalSite.send(exchange, "text/html", bytes.toByteArray());
    }

    @Test
    void whatCannotBeOfUseIsNotRead() {
        site.on("/film", exchange -> LocalSite.send(exchange, "video/mp4", new byte[10]));
        refuses(Reason.CONTENT_TYPE, fetcher(), new FetchRequest(site.url("/film"), Set.of("text/html")));
    }

    @Test
    void anInterruptEndsTheCall() throws Exception {
        var reached = new java.util.concurrent.CountDownLatch(1);
        site.on("/hang", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().flush();
            reached.countDown();
            drip(exchange.getResponseBody(), new byte[1], 20);
        });
        WebFetcher fetcher = fetcher(HostResolver.SYSTEM, LocalSite.ALLOW, LIMITS);
        AtomicReference<@Nullable Throwable> end = new AtomicReference<>();
        Thread reader = Thread.ofVirtual().start(() -> end.set(catchThrowable(fetcher, site.url("/hang"))));
        reached.await();
        reader.interrupt();
        reader.join();
        assertThat(end.get()).isInstanceOf(InterruptedException.class);
    }

    private static Throwable catchThrowable(WebFetcher fetcher, String url) {
        return Objects.requireNonNull(org.assertj.core.api.Assertions.catchThrowable(() -> content(fetcher, url)));
    }

    @Test
    void theHostIsFoundInItsCanonicalForm() throws FetchException {
        assertThat(Target.of("HTTP://WWW.Example.COM.:80/路 径?q=a b#c").uri().toString())
                .isEqualTo("http://www.example.com/%E8%B7%AF%20%E5%BE%84?q=a%20b");
        assertThat(Target.of("https://制度.例子").uri().toString()).isEqualTo("https://xn--xcr061a.xn--fsqu00a/");
        assertThat(Target.of("http://[2400:3200:0:0::1]/").host()).isEqualTo("2400:3200:0:0:0:0:0:1");
        assertThat(Target.of("http://sub_domain.intern:8080/").host()).isEqualTo("sub_domain.intern");
    }
}
