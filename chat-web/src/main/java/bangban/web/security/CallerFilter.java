package bangban.web.security;

import bangban.runtime.audit.AuditLog;
import bangban.runtime.identity.AccessTokens;
import bangban.runtime.identity.Account;
import bangban.runtime.identity.Accounts;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Recognises callers: by bearer token, or on this machine by the data folder's secret, which acts as any account and is audited. A call
 * that proves nothing goes on as nobody's; whether that is enough is for the rules behind.
 */
public final class CallerFilter implements WebFilter {

    public static final String SECRET = "X-Bangban-Local-Secret";
    public static final String AS = "X-Bangban-As";

    private static final String BEARER = "bearer ";
    /** Asked several times a second, and shows only what the caller has just done. */
    private static final String POLLED = "/api/knowledge/jobs/";

    private final AccessTokens tokens;
    private final Accounts accounts;
    private final AuditLog audit;
    private final byte[] secret;
    private final Scheduler blocking;

    public CallerFilter(AccessTokens tokens, Accounts accounts, AuditLog audit, String secret, Scheduler blocking) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.audit = audit;
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.blocking = blocking;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        String authorization = headers.getFirst(HttpHeaders.AUTHORIZATION);
        String local = headers.getFirst(SECRET);
        if (local == null && authorization == null) {
            return chain.filter(exchange);
        }
        return Mono.fromCallable(() -> caller(exchange, authorization, local))
                .subscribeOn(blocking)
                .flatMap(caller -> chain.filter(exchange)
                        .contextWrite(context -> caller.map(
                                        known -> context.putAll(ReactiveSecurityContextHolder.withAuthentication(
                                                        new CallerAuthentication(known))
                                                .readOnly()))
                                .orElse(context)));
    }

    private Optional<Caller> caller(
            ServerWebExchange exchange, @Nullable String authorization, @Nullable String local) {
        if (local != null) {
            return byLocalSecret(exchange, local);
        }
        if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            return Optional.empty();
        }
        String token = authorization.substring(BEARER.length()).strip();
        return tokens.principal(token).map(principal -> new Caller(principal, token));
    }

    private Optional<Caller> byLocalSecret(ServerWebExchange exchange, String given) {
        boolean right = MessageDigest.isEqual(secret, given.getBytes(StandardCharsets.UTF_8));
        if (!right || !isFromThisMachine(exchange)) {
            return Optional.empty();
        }
        String user = Optional.ofNullable(exchange.getRequest().getHeaders().getFirst(AS))
                .map(Percent::decode)
                .orElse("admin");
        Optional<Account> account = accounts.find(user).filter(found -> !found.disabled());
        String path = exchange.getRequest().getPath().value();
        if (!path.startsWith(POLLED)) {
            account.ifPresent(found -> audit.record(
                    found.username(),
                    "as-user",
                    exchange.getRequest().getMethod() + " " + path,
                    "by the data folder's secret"));
        }
        return account.map(found -> new Caller(found.principal(), null));
    }

    /** True for a direct connection from this machine; a proxy on it says for whom it calls. */
    static boolean isFromThisMachine(ServerWebExchange exchange) {
        InetAddress remote = address(exchange.getRequest().getRemoteAddress());
        InetAddress local = address(exchange.getRequest().getLocalAddress());
        HttpHeaders headers = exchange.getRequest().getHeaders();
        return remote != null
                && (remote.isLoopbackAddress() || remote.equals(local))
                && headers.getFirst("X-Forwarded-For") == null
                && headers.getFirst("Forwarded") == null;
    }

    private static @Nullable InetAddress address(@Nullable InetSocketAddress socket) {
        return socket == null ? null : socket.getAddress();
    }
}
