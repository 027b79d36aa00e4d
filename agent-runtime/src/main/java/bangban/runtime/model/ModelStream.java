package bangban.runtime.model;

import bangban.runtime.error.PlatformException;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Signal;

/** What a model says, as it says it. For one thread, which may be interrupted while it waits; closing ends the call upstream. */
public final class ModelStream implements AutoCloseable {

    private static final String CUT = "length";

    private final Stream<Signal<ChatResponse>> signals;
    private final Iterator<Signal<ChatResponse>> iterator;
    private @Nullable String finish;

    private ModelStream(Stream<Signal<ChatResponse>> signals) {
        this.signals = signals;
        this.iterator = signals.iterator();
    }

    static ModelStream of(Flux<ChatResponse> flux) {
        // an error would overtake what came before it if it were not one of the elements
        return new ModelStream(flux.materialize().toStream());
    }

    /**
     * The next piece of text; empty after the last one.
     *
     * @throws PlatformException MODEL_UNREACHABLE, MODEL_TIMED_OUT, MODEL_REJECTED or MODEL_MALFORMED; what came before stays true
     */
    public Optional<String> next() throws InterruptedException {
        try {
            while (iterator.hasNext()) {
                Signal<ChatResponse> signal = iterator.next();
                Throwable failure = signal.getThrowable();
                if (failure != null) {
                    throw Exceptions.propagate(failure);
                }
                ChatResponse response = signal.get();
                String text = response == null ? "" : text(response);
                if (!text.isEmpty()) {
                    return Optional.of(text);
                }
            }
            return Optional.empty();
        } catch (RuntimeException e) {
            if (Exceptions.unwrap(e) instanceof InterruptedException) {
                throw new InterruptedException("interrupted while a model was writing");
            }
            throw e;
        }
    }

    private String text(ChatResponse response) {
        Generation generation = response.getResult();
        if (generation == null) {
            return "";
        }
        String reason = generation.getMetadata().getFinishReason();
        if (reason != null && !reason.isEmpty()) {
            finish = reason;
        }
        String text = generation.getOutput().getText();
        return text == null ? "" : text;
    }

    /** Known at the end: whether the answer stopped at a limit of its length instead of its end. */
    public boolean isCut() {
        return CUT.equals(finish);
    }

    @Override
    public void close() {
        signals.close();
    }
}
