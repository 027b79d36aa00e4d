package bangban.web.problem;

import org.springframework.core.annotation.Order;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** The last resort of every request: what nobody handled becomes a problem. Before Boot's own, which shows other fields. */
@Order(-2)
public final class ProblemHandler implements WebExceptionHandler {

    private final ProblemWriter writer;

    public ProblemHandler(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        return exchange.getResponse().isCommitted() ? Mono.error(failure) : writer.write(exchange, failure);
    }
}
