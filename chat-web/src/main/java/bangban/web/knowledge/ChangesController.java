package bangban.web.knowledge;

import bangban.knowledge.catalog.DocumentCatalog;
import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.ingest.DocumentChange;
import bangban.knowledge.ingest.DocumentChanges;
import bangban.knowledge.ingest.DocumentChanges.Changed;
import bangban.knowledge.ingest.PlaceTakenException;
import bangban.knowledge.place.Reader;
import bangban.runtime.audit.AuditLog;
import bangban.runtime.error.ErrorCode;
import bangban.runtime.error.PlatformException;
import bangban.runtime.identity.Accounts;
import bangban.web.platform.OrganisationUnits;
import bangban.web.platform.Readers;
import bangban.web.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Changes what is said of a document that the caller may read and looks after. */
@RestController
class ChangesController {

    private final DocumentCatalog catalog;
    private final DocumentChanges changes;
    private final DocumentsJson documents;
    private final Grantees accounts;
    private final AuditLog audit;

    ChangesController(
            DocumentCatalog catalog,
            DocumentChanges changes,
            Accounts accounts,
            OrganisationUnits units,
            AuditLog audit) {
        this.catalog = catalog;
        this.changes = changes;
        this.documents = new DocumentsJson(catalog);
        this.accounts = new Grantees(accounts, units);
        this.audit = audit;
    }

    @PatchMapping(
            path = "/api/knowledge/documents/{id}",
            consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"})
    DocumentJson change(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String session,
            @RequestBody JsonNode patch,
            @AuthenticationPrincipal Caller caller) {
        Reader reader = Readers.of(caller.principal(), session);
        KnowledgeDocument document = catalog.find(id, reader)
                .orElseThrow(() -> new PlatformException(ErrorCode.NOT_FOUND, "document " + id));
        PlaceRights.requireChange(caller, reader, document, document.place());
        DocumentChange change = new ChangeForm(patch).change(document, caller.principal(), accounts);
        Changed changed = changed(id, change, reader, caller);
        for (String difference : Differences.of(changed)) {
            audit.record(caller.user(), "document.change", id, difference);
        }
        return documents.of(changed.after(), caller.principal());
    }

    private Changed changed(String id, DocumentChange change, Reader reader, Caller caller) {
        try {
            return changes.change(
                            id, change, (before, after) -> PlaceRights.requireChange(caller, reader, before, after))
                    .orElseThrow(() -> new PlatformException(ErrorCode.NOT_FOUND, "document " + id));
        } catch (PlaceTakenException e) {
            throw new PlatformException(
                    ErrorCode.PLACE_TAKEN, e.file() + " is there already", Texts.shortened(e.file()));
        }
    }
}
