package bangban.web.chat;

import bangban.runtime.agent.Attachment;
import bangban.runtime.feedback.Feedback;
import bangban.runtime.feedback.Feedbacks;
import bangban.runtime.session.Sessions;
import bangban.runtime.turn.TurnId;
import bangban.runtime.turn.TurnLog;
import bangban.runtime.turn.TurnRequest;
import bangban.runtime.turn.TurnView;
import bangban.web.knowledge.ChatFiles;
import bangban.web.paging.Paged;
import bangban.web.platform.Answering;
import bangban.web.problem.RequestError;
import bangban.web.problem.RequestException;
import bangban.web.security.Caller;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The caller's own turns over HTTP. */
@RestController
class TurnsController {

    private static final int LONGEST_KEY = 200;

    private final Answering answering;
    private final Sessions sessions;
    private final ChatFiles files;
    private final Feedbacks feedbacks;
    private final TurnStream stream;
    private final Scheduler blocking;

    TurnsController(
            Answering answering,
            Sessions sessions,
            ChatFiles files,
            Feedbacks feedbacks,
            TurnLog log,
            Scheduler blocking) {
        this.sessions = sessions;
        this.files = files;
        this.answering = answering;
        this.feedbacks = feedbacks;
        this.stream = new TurnStream(log, blocking);
        this.blocking = blocking;
    }

    record NewTurn(
            @Nullable String text,
            @Nullable String agent,
            @Nullable LocalDate asOf,
            @Nullable List<String> attachments) {}

    record AcceptedTurn(String turnId) {}

    @GetMapping("/api/sessions/{id}/turns")
    Paged<TurnJson> list(
            @PathVariable String id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal Caller caller) {
        TurnId last = after == null ? null : new TurnId(after);
        List<TurnView> turns = answering.turns().list(id, last, Paged.limit(limit) + 1, caller.principal());
        Map<TurnId, Feedback> given = feedbacks.ofSession(id, caller.principal());
        return Paged.of(turns, limit, turn -> turn.id().value(), turn -> TurnJson.of(turn, given.get(turn.id())));
    }

    @PostMapping("/api/sessions/{id}/turns")
    @ResponseStatus(HttpStatus.ACCEPTED)
    AcceptedTurn add(
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody NewTurn turn,
            @AuthenticationPrincipal Caller caller) {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw RequestException.invalid("Idempotency-Key", key.length(), "1 – " + LONGEST_KEY);
        }
        String text = turn.text();
        TurnRequest request = new TurnRequest(
                text == null ? "" : text, turn.agent(), turn.asOf(), key, attachments(turn, id, caller));
        return new AcceptedTurn(
                answering.turns().start(id, request, caller.principal()).value());
    }

    private List<Attachment> attachments(NewTurn turn, String session, Caller caller) {
        List<String> ids = turn.attachments();
        if (ids == null || ids.isEmpty()) {
            return List.of();
        }
        if (ids.stream().anyMatch(Objects::isNull)) {
            throw new RequestException(RequestError.BAD_REQUEST);
        }
        return files.send(ids, sessions.of(session, caller.principal()).id(), caller.user());
    }

    @GetMapping("/api/turns/{id}")
    TurnJson get(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        TurnView turn = answering.turns().view(new TurnId(id), caller.principal());
        return TurnJson.of(turn, feedbacks.find(turn.id(), caller.principal()).orElse(null));
    }

    @PostMapping("/api/turns/{id}/stop")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stop(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        answering.turns().stop(new TurnId(id), caller.principal());
    }

    @GetMapping(path = "/api/turns/{id}/events")
    Mono<ResponseEntity<Flux<ServerSentEvent<AgUiEvent>>>> events(
            @PathVariable String id,
            @RequestHeader(name = "Last-Event-ID", defaultValue = "0") String lastEventId,
            @AuthenticationPrincipal Caller caller) {
        return Mono.<TurnView>fromCallable(() -> answering.turns().view(new TurnId(id), caller.principal()))
                .subscribeOn(blocking)
                .map(turn -> ResponseEntity.ok()
                        .contentType(MediaType.TEXT_EVENT_STREAM)
                        .header("Cache-Control", "no-store, no-transform")
                        .header("X-Accel-Buffering", "no")
                        .body(stream.of(turn, sequence(lastEventId))));
    }

    private static long sequence(String lastEventId) {
        try {
            return Math.max(0, Long.parseLong(lastEventId.strip()));
        } catch (NumberFormatException e) {
            throw RequestException.invalid("Last-Event-ID", lastEventId, "0, 1, 2 …");
        }
    }
}
