package bangban.web.feedback;

import bangban.runtime.audit.AuditLog;
import bangban.runtime.feedback.Feedbacks;
import bangban.runtime.feedback.GivenFeedback;
import bangban.runtime.identity.Principal;
import bangban.runtime.identity.Role;
import bangban.runtime.turn.TurnId;
import bangban.web.paging.Paged;
import bangban.web.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Feedback over HTTP. */
@RestController
class FeedbackController {

    private final Feedbacks feedbacks;
    private final AuditLog audit;

    FeedbackController(Feedbacks feedbacks, AuditLog audit) {
        this.feedbacks = feedbacks;
        this.audit = audit;
    }

    record GivenJson(
            String id,
            String turnId,
            String username,
            String displayName,
            String org,
            String question,
            FeedbackJson feedback) {

        static GivenJson of(GivenFeedback given) {
            Principal by = given.by().principal();
            return new GivenJson(
                    Long.toString(given.id()),
                    given.turn().value(),
                    by.user(),
                    by.displayName(),
                    by.org().value(),
                    given.question(),
                    FeedbackJson.of(given.feedback()));
        }
    }

    @PostMapping("/api/turns/{id}/feedback")
    FeedbackJson give(@PathVariable String id, @RequestBody NewFeedback given, @AuthenticationPrincipal Caller caller) {
        return FeedbackJson.of(feedbacks.give(
                new TurnId(id), given.isUseful(), given.parsedReason(), given.cleanComment(), caller.principal()));
    }

    @DeleteMapping("/api/turns/{id}/feedback")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        feedbacks.withdraw(new TurnId(id), caller.principal());
    }

    @GetMapping("/api/feedback")
    Paged<GivenJson> list(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal Caller caller) {
        caller.requireAny(Role.KNOWLEDGE_MANAGER, Role.ADMIN);
        int most = Paged.limit(limit);
        long before = Paged.before(after);
        audit.record(caller.user(), "feedback.read", caller.principal().org().value(), "");
        return Paged.of(
                feedbacks.list(caller.principal(), before, most + 1),
                most,
                given -> Long.toString(given.id()),
                GivenJson::of);
    }
}
