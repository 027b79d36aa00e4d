package bangban.web.problem;

import bangban.runtime.error.ErrorCode;
import bangban.web.phrase.Phrases;
import java.util.List;
import java.util.Locale;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems to responses, in the language that the request asks for. */
public final class ProblemWriter {

    private static final String QUEUE_MOVES_AFTER_SECONDS = "5";

    private final Problems problems;
    private final JsonMapper json = JsonMapper.shared();

    public ProblemWriter(Problems problems) {
        this.problems = problems;
    }

    public Mono<Void> write(ServerWebExchange exchange, Throwable failure) {
        return write(exchange, problems.of(failure, locale(exchange)));
    }

    public Mono<Void> write(ServerWebExchange exchange, RequestError error) {
        return write(exchange, Problems.of(error, Phrases.of(locale(exchange))));
    }

    public Mono<Void> write(ServerWebExchange exchange, ErrorCode code) {
        return write(exchange, Problems.of(code, Phrases.of(locale(exchange))));
    }

    private Mono<Void> write(ServerWebExchange exchange, Problem problem) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.getHeaders().setCacheControl("no-store");
        if (problem.status() == 401) {
            response.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (problem.code().equals(RequestError.QUEUE_FULL.wire())) {
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, QUEUE_MOVES_AFTER_SECONDS);
        }
        DataBuffer body = response.bufferFactory().wrap(json.writeValueAsBytes(problem));
        return response.writeWith(Mono.just(body));
    }

    /** The first language of {@code Accept-Language}; Chinese where there is none or it cannot be read. */
    public static Locale locale(ServerWebExchange exchange) {
        try {
            List<Locale> asked = exchange.getRequest().getHeaders().getAcceptLanguageAsLocales();
            return asked.isEmpty() ? Locale.SIMPLIFIED_CHINESE : asked.getFirst();
        } catch (IllegalArgumentException e) {
            return Locale.SIMPLIFIED_CHINESE;
        }
    }
}
