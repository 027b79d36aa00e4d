package bangban.runtime.model;

import bangban.runtime.error.ErrorCode;
import bangban.runtime.error.PlatformException;
import bangban.runtime.model.AnswerReader.Piece;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.netty.channel.ChannelOption;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.metadata.ChatGenerationMetadata;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.util.retry.Retry;

/**
 * A model behind an OpenAI-compatible endpoint. Cancelling a stream closes its connection. It is tried again only before any text was
 * passed on, and only after 429, 5xx and trouble with the connection; an endpoint that fails again and again is left alone for a while.
 * What the endpoint says about its errors stays here: exceptions name their kind only.
 */
public final class OpenAiChatModel implements ChatModel, AutoCloseable {

    private static final int CONNECTIONS = 64;
    private static final Duration IDLE = Duration.ofSeconds(20);
    private static final CircuitBreakerConfig BREAKER = CircuitBreakerConfig.custom()
            .slidingWindowSize(10)
            .minimumNumberOfCalls(5)
            .failureRateThreshold(50)
            .waitDurationInOpenState(Duration.ofSeconds(30))
            .permittedNumberOfCallsInHalfOpenState(2)
            .build();

    private final ModelEndpoint endpoint;
    private final ModelLimits limits;
    private final ConnectionProvider connections;
    private final WebClient client;
    private final CircuitBreaker breaker;

    public OpenAiChatModel(ModelEndpoint endpoint) {
        this.endpoint = endpoint;
        this.limits = endpoint.limits();
        this.breaker = CircuitBreaker.of(endpoint.model(), BREAKER);
        this.connections = ConnectionProvider.builder("model")
                .maxConnections(CONNECTIONS)
                .maxIdleTime(IDLE)
                .pendingAcquireTimeout(limits.connect())
                .build();
        HttpClient http = HttpClient.create(connections)
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(limits.connect().toMillis()))
                .followRedirect(false)
                .disableRetry(true);
        this.client = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(http))
                .defaultHeader(HttpHeaders.USER_AGENT, "Bangban")
                .build();
    }

    /** The whole of what {@link #stream} says. An interrupt ends it, with the thread still interrupted. */
    @Override
    public ChatResponse call(Prompt prompt) {
        StringBuilder text = new StringBuilder();
        try (ModelStream stream = ModelStream.of(stream(prompt))) {
            for (Optional<String> next = stream.next(); next.isPresent(); next = stream.next()) {
                text.append(next.get());
            }
            return response(text.toString(), stream.isCut() ? "length" : "stop");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException(ErrorCode.MODEL_UNREACHABLE, "interrupted while a model was writing");
        }
    }

    /** @return pieces of text; the last one names why it ended. Errors are {@link PlatformException}s */
    @Override
    public Flux<ChatResponse> stream(Prompt prompt) {
        byte[] body = ChatRequest.body(endpoint.model(), prompt);
        return Flux.defer(() -> guarded(answer(body)))
                .filter(piece -> !piece.text().isEmpty() || piece.finish() != null)
                .map(piece -> response(piece.text(), piece.finish() == null ? "" : piece.finish()));
    }

    private static ChatResponse response(String text, String finish) {
        ChatGenerationMetadata metadata =
                ChatGenerationMetadata.builder().finishReason(finish).build();
        return new ChatResponse(List.of(new Generation(new AssistantMessage(text), metadata)));
    }

    private Flux<Piece> answer(byte[] body) {
        AtomicBoolean spoken = new AtomicBoolean();
        return Flux.defer(() -> attempt(body))
                .onErrorMap(OpenAiChatModel::failure)
                .doOnNext(piece -> spoken.compareAndSet(false, !piece.text().isEmpty()))
                .retryWhen(retries(spoken))
                .timeout(
                        Mono.delay(limits.firstToken()),
                        piece -> Mono.never(),
                        Flux.error(() -> timedOut("said nothing for " + limits.firstToken())))
                .takeUntilOther(Mono.delay(limits.overall())
                        .then(Mono.error(() -> timedOut("did not end within " + limits.overall()))));
    }

    private Retry retries(AtomicBoolean spoken) {
        return Retry.from(failures -> failures.concatMap(signal -> {
            long failed = signal.totalRetries() + 1;
            boolean again = !spoken.get()
                    && failed < limits.attempts()
                    && signal.failure() instanceof PlatformException e
                    && e.code() == ErrorCode.MODEL_UNREACHABLE;
            return again ? Mono.delay(limits.pause().multipliedBy(failed)) : Mono.error(signal.failure());
        }));
    }

    /** Only pieces that tell something: tokens and the end. */
    private Flux<Piece> attempt(byte[] body) {
        return client.post()
                .uri(endpoint.completions())
                .headers(headers -> {
                    if (endpoint.key() != null) {
                        headers.setBearerAuth(endpoint.key());
                    }
                })
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.TEXT_EVENT_STREAM)
                .bodyValue(body)
                .exchangeToFlux(
                        response -> response.statusCode().is2xxSuccessful() ? pieces(response) : refused(response))
                .filter(piece -> piece.token() || piece.finish() != null);
    }

    private Flux<Piece> pieces(ClientResponse response) {
        EventStream events = new EventStream(limits.bytes());
        AnswerReader reader = new AnswerReader(limits.characters());
        return response.bodyToFlux(DataBuffer.class)
                .map(OpenAiChatModel::bytes)
                .concatMapIterable(events::accept)
                .concatWith(Flux.defer(() -> Flux.fromIterable(events.end())))
                .map(reader::read)
                .takeUntil(piece -> reader.isEnded())
                .concatWith(Mono.fromSupplier(reader::end));
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    /** Its body may be endless, so no more than the first buffer is waited for. */
    private static Flux<Piece> refused(ClientResponse response) {
        HttpStatusCode status = response.statusCode();
        ErrorCode code = status.value() == 429 || status.is5xxServerError()
                ? ErrorCode.MODEL_UNREACHABLE
                : ErrorCode.MODEL_REJECTED;
        return response.bodyToFlux(DataBuffer.class)
                .doOnNext(DataBufferUtils::release)
                .take(1)
                .thenMany(Flux.error(() ->
                        new PlatformException(code, "the model's endpoint answered with status " + status.value())));
    }

    /** What comes from the wire becomes a code; a mistake of this program stays what it is. */
    private static Throwable failure(Throwable thrown) {
        if (thrown instanceof IOException
                || thrown instanceof WebClientException
                || thrown instanceof TimeoutException) {
            Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
            return new PlatformException(
                    ErrorCode.MODEL_UNREACHABLE,
                    "the connection to the model failed: " + cause.getClass().getSimpleName());
        }
        return thrown;
    }

    private static PlatformException timedOut(String what) {
        return new PlatformException(ErrorCode.MODEL_TIMED_OUT, "the model " + what);
    }

    private Flux<Piece> guarded(Flux<Piece> answer) {
        if (!breaker.tryAcquirePermission()) {
            return Flux.error(new PlatformException(
                    ErrorCode.MODEL_UNREACHABLE, "the model failed too often just now and was not asked"));
        }
        long start = breaker.getCurrentTimestamp();
        return answer.doOnComplete(() -> breaker.onSuccess(since(start), breaker.getTimestampUnit()))
                .doOnError(failure -> {
                    if (failure instanceof PlatformException e && e.code() == ErrorCode.MODEL_REJECTED) {
                        // says more of the request than of the endpoint's health
                        breaker.releasePermission();
                    } else {
                        breaker.onError(since(start), breaker.getTimestampUnit(), failure);
                    }
                })
                .doFinally(signal -> {
                    if (signal == SignalType.CANCEL) {
                        breaker.releasePermission();
                    }
                });
    }

    private long since(long start) {
        return breaker.getCurrentTimestamp() - start;
    }

    @Override
    public void close() {
        connections.dispose();
    }
}
