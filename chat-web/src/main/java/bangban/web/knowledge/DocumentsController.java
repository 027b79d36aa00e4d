package bangban.web.knowledge;

import bangban.knowledge.catalog.DocumentCatalog;
import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.catalog.OriginalStore;
import bangban.knowledge.ingest.Ingestion;
import bangban.runtime.audit.AuditLog;
import bangban.runtime.error.ErrorCode;
import bangban.runtime.error.PlatformException;
import bangban.web.paging.Paged;
import bangban.web.platform.Readers;
import bangban.web.security.Caller;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The documents that the caller may read. What they may not read does not exist for them. */
@RestController
@RequestMapping("/api/knowledge/documents")
class DocumentsController {

    private final DocumentCatalog catalog;
    private final DocumentsJson documents;
    private final OriginalStore originals;
    private final Ingestion ingestion;
    private final AuditLog audit;

    DocumentsController(DocumentCatalog catalog, OriginalStore originals, Ingestion ingestion, AuditLog audit) {
        this.catalog = catalog;
        this.documents = new DocumentsJson(catalog);
        this.originals = originals;
        this.ingestion = ingestion;
        this.audit = audit;
    }

    @GetMapping
    Paged<DocumentJson> list(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean shared,
            @AuthenticationPrincipal Caller caller) {
        DocumentCatalog.Query query =
                new DocumentCatalog.Query(Readers.of(caller.principal()), q, "", after, Paged.limit(limit) + 1, shared);
        List<KnowledgeDocument> found = catalog.list(query).documents();
        return Paged.of(found, limit, KnowledgeDocument::id, documents.of(found, caller.principal()));
    }

    @GetMapping("/{id}")
    DocumentJson get(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String session,
            @AuthenticationPrincipal Caller caller) {
        return documents.of(readable(id, session, caller), caller.principal());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String session,
            @AuthenticationPrincipal Caller caller) {
        KnowledgeDocument document = readable(id, session, caller);
        if (!PlaceRights.mayDelete(caller.principal(), document.place())) {
            throw new PlatformException(ErrorCode.FORBIDDEN, caller + " may not delete " + id);
        }
        ingestion.delete(id);
        audit.record(caller.user(), "document.delete", id, Texts.shortened(document.title()));
    }

    @GetMapping("/{id}/pages/{n}")
    PageJson page(
            @PathVariable String id,
            @PathVariable int n,
            @RequestParam(required = false) @Nullable String session,
            @AuthenticationPrincipal Caller caller) {
        KnowledgeDocument document = readable(id, session, caller);
        audit.record(caller.user(), "document.read", id, "page " + n);
        return ingestion
                .outline(document.id())
                .flatMap(outline -> PageJson.of(id, outline, n))
                .orElseThrow(() -> new PlatformException(ErrorCode.NOT_FOUND, "page " + n + " of " + id));
    }

    @GetMapping("/{id}/original")
    ResponseEntity<byte[]> original(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String session,
            @AuthenticationPrincipal Caller caller) {
        KnowledgeDocument document = readable(id, session, caller);
        byte[] bytes = originals
                .read(id, OriginalStore.Part.ORIGINAL)
                .orElseThrow(() -> new PlatformException(ErrorCode.NOT_FOUND, "original of " + id));
        audit.record(caller.user(), "document.read", id, "original");
        String name = OriginalName.of(document);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .body(bytes);
    }

    private KnowledgeDocument readable(String id, @Nullable String session, Caller caller) {
        return catalog.find(id, Readers.of(caller.principal(), session))
                .orElseThrow(() -> new PlatformException(ErrorCode.NOT_FOUND, "document " + id));
    }
}
