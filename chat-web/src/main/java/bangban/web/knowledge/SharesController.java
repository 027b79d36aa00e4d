package bangban.web.knowledge;

import bangban.knowledge.catalog.DocumentCatalog;
import bangban.knowledge.catalog.DocumentCatalog.Granted;
import bangban.knowledge.catalog.DocumentCatalog.Share;
import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.ingest.DocumentChanges;
import bangban.knowledge.place.Grantee;
import bangban.runtime.audit.AuditLog;
import bangban.runtime.error.ErrorCode;
import bangban.runtime.error.PlatformException;
import bangban.runtime.identity.Accounts;
import bangban.web.platform.OrganisationUnits;
import bangban.web.platform.Readers;
import bangban.web.security.Caller;
import java.time.Clock;
import java.util.List;
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

/** With whom documents are shared: told to and changed by whoever may change the document, and by nobody it is shared with. */
@RestController
class SharesController {

    private static final String SHARES = "/api/knowledge/documents/{id}/shares";

    private final DocumentCatalog catalog;
    private final DocumentChanges changes;
    private final Grantees grantees;
    private final AuditLog audit;
    private final Clock clock;

    SharesController(
            DocumentCatalog catalog,
            DocumentChanges changes,
            Accounts accounts,
            OrganisationUnits units,
            AuditLog audit,
            Clock clock) {
        this.catalog = catalog;
        this.changes = changes;
        this.grantees = new Grantees(accounts, units);
        this.audit = audit;
        this.clock = clock;
    }

    record Shares(List<ShareJson> items) {}

    record Found(List<GranteeJson> items) {}

    @GetMapping("/api/knowledge/grantees")
    Found find(@RequestParam String q, @AuthenticationPrincipal Caller caller) {
        return new Found(grantees.find(q, caller.principal()));
    }

    @GetMapping(SHARES)
    Shares list(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        requireShareable(id, caller);
        return new Shares(catalog.shares(id).stream()
                .map(granted -> ShareJson.of(granted, grantees))
                .toList());
    }

    @PostMapping(SHARES)
    @ResponseStatus(HttpStatus.CREATED)
    ShareJson add(
            @PathVariable String id, @RequestBody ShareJson.NewShare wanted, @AuthenticationPrincipal Caller caller) {
        requireShareable(id, caller);
        Grantee grantee = grantees.known(wanted.grantee(), caller.principal());
        Share share = new Share(caller.user(), clock.instant());
        boolean known = changes.share(id, grantee, share, permission(caller)).isPresent();
        if (!known) {
            throw notFound(id);
        }
        audit.record(caller.user(), "document.share", id, Texts.shortened(grantee.written()));
        return ShareJson.of(new Granted(grantee, share), grantees);
    }

    @DeleteMapping(SHARES + "/{shareId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String id, @PathVariable String shareId, @AuthenticationPrincipal Caller caller) {
        KnowledgeDocument document = requireShareable(id, caller);
        Grantee grantee = ShareJson.grantee(shareId)
                .filter(document.place().sharedWith()::contains)
                .orElseThrow(() -> notFound(id + " share " + Texts.shortened(shareId)));
        boolean known = changes.unshare(id, grantee, permission(caller)).isPresent();
        if (!known) {
            throw notFound(id);
        }
        audit.record(caller.user(), "document.unshare", id, Texts.shortened(grantee.written()));
    }

    /** Before anything else is said of the request, so that whoever may not read the document learns nothing. */
    private KnowledgeDocument requireShareable(String id, Caller caller) {
        KnowledgeDocument document =
                catalog.find(id, Readers.of(caller.principal())).orElseThrow(() -> notFound(id));
        PlaceRights.requireChange(caller, document, document.place());
        return document;
    }

    private static DocumentChanges.Permission permission(Caller caller) {
        return (before, after) -> PlaceRights.requireChange(caller, before, after);
    }

    private static PlatformException notFound(String what) {
        return new PlatformException(ErrorCode.NOT_FOUND, "document " + what);
    }
}
