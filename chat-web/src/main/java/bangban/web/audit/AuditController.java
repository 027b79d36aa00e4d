package bangban.web.audit;

import bangban.config.organisation.OrgPath;
import bangban.runtime.audit.AuditLog;
import bangban.runtime.audit.AuditRecord;
import bangban.runtime.identity.Role;
import bangban.web.paging.Paged;
import bangban.web.security.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who did what, for auditors the whole of it and for administrators that of their org path. */
@RestController
class AuditController {

    private static final int LONGEST_NAME = 64;

    private final AuditLog audit;

    AuditController(AuditLog audit) {
        this.audit = audit;
    }

    record RecordJson(String id, Instant at, String user, String action, String object, String detail) {

        static RecordJson of(AuditRecord entry) {
            return new RecordJson(
                    Long.toString(entry.id()),
                    entry.at(),
                    entry.actor(),
                    entry.action(),
                    entry.object(),
                    entry.detail());
        }
    }

    /** @param intact whether the whole chain is as it was written; null behind the first page, where it is not looked at again */
    record AuditPage(
            List<RecordJson> items,
            @Nullable String next,
            @Nullable Boolean intact) {}

    @GetMapping("/api/audit")
    AuditPage list(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "") String user,
            @AuthenticationPrincipal Caller caller) {
        caller.requireAny(Role.AUDITOR, Role.ADMIN);
        int most = Paged.limit(limit);
        long before = Paged.before(after);
        String name = user.strip().toLowerCase(Locale.ROOT);
        String named = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
        audit.record(
                caller.user(), "audit.read", named.isEmpty() ? "all" : named, after == null ? "" : "before " + before);
        OrgPath reach = caller.principal().has(Role.AUDITOR)
                ? OrgPath.ROOT
                : caller.principal().org();
        Paged<RecordJson> page = Paged.of(
                audit.list(reach, named, before, most + 1), most, entry -> Long.toString(entry.id()), RecordJson::of);
        return new AuditPage(page.items(), page.next(), after == null ? audit.intact() : null);
    }
}
