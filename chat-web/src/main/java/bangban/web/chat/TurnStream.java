package bangban.web.chat;

import bangban.runtime.turn.LoggedEvent;
import bangban.runtime.turn.TurnLog;
import bangban.runtime.turn.TurnView;
import bangban.web.platform.TurnReader;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Scheduler;

/** A turn's events as a stream that reads on only as fast as it is read, with a comment now and then. */
final class TurnStream {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final TurnLog log;
    private final Scheduler blocking;

    TurnStream(TurnLog log, Scheduler blocking) {
        this.log = log;
        this.blocking = blocking;
    }

    /** @param after the sequence number of the last event that the reader has, 0 for none */
    Flux<ServerSentEvent<AgUiEvent>> of(TurnView turn, long after) {
        AgUiTranslation translation = new AgUiTranslation(turn, () -> TurnView.of(log.read(turn.id(), 0)));
        Sinks.Empty<Void> ended = Sinks.empty();
        Flux<ServerSentEvent<AgUiEvent>> events = Flux.generate(
                        () -> new TurnReader(log, turn.id(), after),
                        (TurnReader reader, SynchronousSink<LoggedEvent> sink) -> emit(reader, sink),
                        TurnReader::close)
                .map(logged -> ServerSentEvent.builder(translation.of(logged))
                        .id(Long.toString(logged.sequence()))
                        .build())
                .doFinally(signal -> ended.tryEmitEmpty())
                .subscribeOn(blocking);
        Flux<ServerSentEvent<AgUiEvent>> heartbeat = Flux.interval(HEARTBEAT)
                .onBackpressureDrop()
                .map(beat -> ServerSentEvent.<AgUiEvent>builder().comment("").build())
                .takeUntilOther(ended.asMono());
        return Flux.merge(events, heartbeat);
    }

    private static TurnReader emit(TurnReader reader, SynchronousSink<LoggedEvent> sink) {
        try {
            Optional<LoggedEvent> next = reader.next();
            next.ifPresentOrElse(sink::next, sink::complete);
        } catch (InterruptedException e) {
            // the reader went away
            Thread.currentThread().interrupt();
            sink.complete();
        }
        return reader;
    }
}
