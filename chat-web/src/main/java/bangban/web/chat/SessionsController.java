package bangban.web.chat;

import bangban.runtime.session.Session;
import bangban.runtime.session.Sessions;
import bangban.web.knowledge.ChatFiles;
import bangban.web.paging.Paged;
import bangban.web.platform.Answering;
import bangban.web.problem.RequestException;
import bangban.web.security.Caller;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own sessions over HTTP. */
@RestController
@RequestMapping("/api/sessions")
class SessionsController {

    private final Sessions sessions;
    private final Answering answering;
    private final ChatFiles files;

    SessionsController(Sessions sessions, Answering answering, ChatFiles files) {
        this.files = files;
        this.sessions = sessions;
        this.answering = answering;
    }

    record SessionJson(String id, String title, Instant createdAt, Instant updatedAt) {

        static SessionJson of(Session session) {
            return new SessionJson(session.id(), session.title(), session.createdAt(), session.updatedAt());
        }
    }

    record SessionChange(@Nullable String title) {}

    @GetMapping
    Paged<SessionJson> list(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal Caller caller) {
        return Paged.of(
                sessions.list(caller.principal(), after, Paged.limit(limit) + 1), limit, Session::id, SessionJson::of);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SessionJson add(@AuthenticationPrincipal Caller caller) {
        return SessionJson.of(sessions.add(caller.principal()));
    }

    @PatchMapping("/{id}")
    SessionJson rename(
            @PathVariable String id, @RequestBody SessionChange change, @AuthenticationPrincipal Caller caller) {
        String title = change.title();
        if (title == null || title.isBlank() || title.length() > Sessions.LONGEST_TITLE) {
            throw RequestException.invalid("title", title == null ? "" : title, "1 – " + Sessions.LONGEST_TITLE);
        }
        return SessionJson.of(sessions.rename(id, title, caller.principal()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        answering.turns().stopAll(id, caller.principal());
        files.deleteSession(id, caller.user());
        sessions.delete(id, caller.principal());
    }
}
