package bangban.knowledge.fetch;

import bangban.knowledge.fetch.FetchException.Reason;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.io.Closer;
import org.jspecify.annotations.Nullable;

/**
 * Gets web resources over http and https, each hop of a redirect checked like the first. Sends no cookies and no credentials, and uses no
 * proxy. Safe for use by many threads.
 */
public final class WebFetcher implements AutoCloseable {

    /** The name under which a robots.txt may address this program. */
    public static final String ROBOT = "bangban";

    private final GuardedResolver resolver;
    private final FetchLimits limits;
    private final PinnedClient client;
    private final BodyReader bodies;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("fetch-deadline").factory());

    public WebFetcher(AllowedTargets allowed, FetchLimits limits) {
        this(HostResolver.SYSTEM, allowed, limits, Optional.empty());
    }

    WebFetcher(HostResolver hosts, AllowedTargets allowed, FetchLimits limits, Optional<SSLContext> trust) {
        this.resolver = new GuardedResolver(hosts, allowed);
        this.limits = limits;
        this.client = new PinnedClient(resolver, limits, trust);
        this.bodies = new BodyReader(limits);
    }

    /** @throws FetchException where a fetch would be refused before any connection */
    public void check(String url) throws FetchException {
        Target target = Target.of(url);
        resolver.checked(target.host(), target.port());
    }

    /** @throws InterruptedException where the thread, a virtual one, was interrupted, which ends the connection */
    public Fetched fetch(FetchRequest request) throws FetchException, InterruptedException {
        AtomicReference<@Nullable HttpGet> current = new AtomicReference<>();
        Deadline deadline = new Deadline(current);
        Future<?> alarm = deadlines.schedule(deadline, limits.total().toMillis(), TimeUnit.MILLISECONDS);
        try {
            return follow(request, deadline);
        } finally {
            alarm.cancel(false);
        }
    }

    /** Ends whatever call is under way when the time is over. */
    private static final class Deadline implements Runnable {

        private final AtomicReference<@Nullable HttpGet> current;
        private volatile boolean over;

        Deadline(AtomicReference<@Nullable HttpGet> current) {
            this.current = current;
        }

        void guard(HttpGet call) throws FetchException {
            current.set(call);
            if (over) {
                throw new FetchException(Reason.TOO_SLOW, "the time was over before " + call.getRequestUri());
            }
        }

        @Override
        public void run() {
            over = true;
            HttpGet call = current.get();
            if (call != null) {
                call.cancel();
            }
        }
    }

    private Fetched follow(FetchRequest request, Deadline deadline) throws FetchException, InterruptedException {
        Target target = Target.of(request.url());
        for (int hop = 0; hop <= limits.redirects(); hop++) {
            HttpGet call = client.get(target, request);
            deadline.guard(call);
            Step step = step(call, target, request, deadline);
            switch (step) {
                case Step.Answer(Fetched answer) -> {
                    return answer;
                }
                case Step.Redirect(String location) -> target = target.redirectedTo(location);
            }
        }
        throw new FetchException(Reason.TOO_MANY_REDIRECTS, request.url());
    }

    private sealed interface Step {
        record Answer(Fetched answer) implements Step {}

        record Redirect(String location) implements Step {}
    }

    private Step step(HttpGet call, Target target, FetchRequest request, Deadline deadline)
            throws FetchException, InterruptedException {
        try {
            return open(call, target, request);
        } catch (GuardedResolver.RefusedException e) {
            throw e.refusal();
        } catch (IOException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException("while getting " + target.uri());
            }
            throw failure(e, target, deadline.over);
        }
    }

    private Step open(HttpGet call, Target target, FetchRequest request) throws IOException, FetchException {
        ClassicHttpResponse response = client.open(target, call);
        try {
            return read(response, target, request);
        } finally {
            // first, or closing would wait for the rest of a body that nobody wants
            call.cancel();
            Closer.closeQuietly(response);
        }
    }

    private static FetchException failure(IOException failure, Target target, boolean late) {
        if (late) {
            return new FetchException(Reason.TOO_SLOW, failure);
        }
        return switch (failure) {
            case SSLException untrusted -> new FetchException(Reason.CERTIFICATE, untrusted, target.host());
            default -> new FetchException(Reason.UNREACHABLE, failure, target.host());
        };
    }

    private Step read(ClassicHttpResponse response, Target target, FetchRequest request)
            throws IOException, FetchException {
        int status = response.getCode();
        String url = target.uri().toString();
        return switch (status) {
            case 200, 203 -> new Step.Answer(content(response, url, request));
            case 301, 302, 303, 307, 308 -> new Step.Redirect(location(response, status));
            case 304 -> new Step.Answer(new Fetched.NotModified(url));
            case 404, 410 -> new Step.Answer(new Fetched.Gone(url, status));
            default -> throw FetchException.status(status);
        };
    }

    private static String location(ClassicHttpResponse response, int status) throws FetchException {
        String location = header(response, HttpHeaders.LOCATION);
        if (location == null) {
            throw new FetchException(Reason.STATUS, "a redirect to nowhere", Integer.toString(status));
        }
        return location;
    }

    private Fetched content(ClassicHttpResponse response, String url, FetchRequest request)
            throws IOException, FetchException {
        ContentType type = ContentType.parseLenient(header(response, HttpHeaders.CONTENT_TYPE));
        String name = type == null || type.getMimeType() == null
                ? ""
                : type.getMimeType().toLowerCase(Locale.ROOT);
        if (!request.types().isEmpty() && !name.isEmpty() && !request.types().contains(name)) {
            throw new FetchException(Reason.CONTENT_TYPE, name, name);
        }
        String robots = header(response, "X-Robots-Tag");
        return new Fetched.Content(
                url,
                name,
                type == null ? null : type.getParameter("charset"),
                bodies.read(response.getEntity()),
                header(response, HttpHeaders.ETAG),
                header(response, HttpHeaders.LAST_MODIFIED),
                robots == null ? "" : robots);
    }

    private static @Nullable String header(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
        client.close();
    }
}
