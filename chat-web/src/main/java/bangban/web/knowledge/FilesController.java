package bangban.web.knowledge;

import bangban.knowledge.attach.Attachment;
import bangban.knowledge.attach.Attachment.Status;
import bangban.knowledge.attach.AttachmentException;
import bangban.knowledge.attach.Attachments;
import bangban.knowledge.catalog.CatalogEntry;
import bangban.knowledge.catalog.DocumentCatalog;
import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.place.Reader;
import bangban.runtime.audit.AuditLog;
import bangban.runtime.error.ErrorCode;
import bangban.runtime.error.PlatformException;
import bangban.web.phrase.Phrases;
import bangban.web.platform.Readers;
import bangban.web.problem.ProblemWriter;
import bangban.web.problem.RequestException;
import bangban.web.security.Caller;
import bangban.web.start.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/** Files that the caller brings into a conversation. Nobody else learns that there are any. */
@RestController
@RequestMapping("/api/files")
class FilesController {

    /** Most files are read within this time, so that one request does. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Attachments attachments;
    private final DocumentCatalog catalog;
    private final AuditLog audit;
    private final Path folder;

    FilesController(Attachments attachments, DocumentCatalog catalog, AuditLog audit, DataFolder data) {
        this.attachments = attachments;
        this.catalog = catalog;
        this.audit = audit;
        this.folder = data.root();
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<FileJson> add(
            @RequestBody MultiValueMap<String, Part> parts,
            @AuthenticationPrincipal Caller caller,
            ServerWebExchange exchange) {
        try {
            Attachment added = added(parts, caller);
            audit.record(caller.user(), "file.add", added.id(), Texts.shortened(added.file()));
            Attachment now =
                    attachments.await(added.id(), caller.user(), PATIENCE).orElseThrow(() -> notFound(added.id()));
            HttpStatus status = now.status() == Status.READING ? HttpStatus.ACCEPTED : HttpStatus.CREATED;
            return ResponseEntity.status(status).body(json(now, exchange));
        } finally {
            // what was sent is in a file of its own by now, or refused
            parts.values().forEach(same -> same.forEach(part -> part.delete().block()));
        }
    }

    private Attachment added(MultiValueMap<String, Part> parts, Caller caller) {
        UploadForm form = new UploadForm(parts);
        List<FilePart> files = form.files();
        if (files.size() > 1) {
            throw RequestException.invalid("file", files.size(), "1");
        }
        String name = form.name(files.getFirst());
        Reader reader = Readers.of(caller.principal());
        Path written = attachments.incoming();
        try {
            // blocking is right here: this runs on a virtual thread of its own
            files.getFirst().transferTo(written).block();
            return attachments.add(caller.user(), reader.org(), PlaceFields.clearance(null, reader), name, written);
        } catch (AttachmentException e) {
            throw ChatFiles.refused(e);
        } finally {
            remove(written);
        }
    }

    /** What was not taken is still there. */
    private static void remove(Path written) {
        try {
            Files.deleteIfExists(written);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/{id}")
    FileJson get(@PathVariable String id, @AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        return json(attachments.find(id, caller.user()).orElseThrow(() -> notFound(id)), exchange);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        Attachment file = attachments.find(id, caller.user()).orElseThrow(() -> notFound(id));
        if (!attachments.takeBack(id, caller.user())) {
            throw ChatFiles.sent(file.file());
        }
        audit.record(caller.user(), "file.delete", id, Texts.shortened(file.file()));
    }

    private FileJson json(Attachment file, ServerWebExchange exchange) {
        List<KnowledgeDocument> documents = file.documentIds().stream()
                .flatMap(id -> catalog.entry(id).stream())
                .map(CatalogEntry::document)
                .toList();
        return FileJson.of(
                file,
                attachments.step(file.id()).orElse(null),
                documents,
                Phrases.of(ProblemWriter.locale(exchange)),
                folder);
    }

    private static PlatformException notFound(String id) {
        return new PlatformException(ErrorCode.NOT_FOUND, "file " + id);
    }
}
