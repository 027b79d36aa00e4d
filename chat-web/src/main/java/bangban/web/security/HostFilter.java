package bangban.web.security;

import bangban.web.problem.ProblemWriter;
import bangban.web.problem.RequestError;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Refuses foreign host names where the server listens on loopback only: a page elsewhere could else point its own name at 127.0.0.1 and
 * read what it should not (DNS rebinding).
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class HostFilter implements WebFilter {

    private final Set<String> allowed;
    private final ProblemWriter problems;

    /** @param names beside localhost, 127.0.0.1 and [::1] */
    public HostFilter(Set<String> names, ProblemWriter problems) {
        this.allowed = new HashSet<>(Set.of("localhost", "127.0.0.1", "[::1]", "::1"));
        names.forEach(name -> allowed.add(name.toLowerCase(Locale.ROOT)));
        this.problems = problems;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return isAllowed(exchange.getRequest().getHeaders())
                ? chain.filter(exchange)
                : problems.write(exchange, RequestError.HOST_NOT_ALLOWED);
    }

    private boolean isAllowed(HttpHeaders headers) {
        try {
            InetSocketAddress host = headers.getHost();
            return host != null && allowed.contains(host.getHostString().toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
