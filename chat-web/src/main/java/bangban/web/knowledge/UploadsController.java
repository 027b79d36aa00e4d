package bangban.web.knowledge;

import bangban.knowledge.catalog.DocumentCatalog;
import bangban.knowledge.ingest.IngestJob;
import bangban.knowledge.ingest.IngestJobs;
import bangban.knowledge.ingest.NewDocument;
import bangban.knowledge.place.Place;
import bangban.runtime.audit.AuditLog;
import bangban.runtime.error.ErrorCode;
import bangban.runtime.error.PlatformException;
import bangban.web.paging.Paged;
import bangban.web.phrase.Phrases;
import bangban.web.problem.ProblemWriter;
import bangban.web.problem.RequestException;
import bangban.web.security.Caller;
import bangban.web.start.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/** Files into the knowledge base, and how far they are. */
@RestController
class UploadsController {

    private final DocumentCatalog catalog;
    private final IngestJobs jobs;
    private final Uploads uploads;
    private final AuditLog audit;
    private final Path folder;

    UploadsController(DocumentCatalog catalog, IngestJobs jobs, AuditLog audit, DataFolder data) {
        this.catalog = catalog;
        this.jobs = jobs;
        this.uploads = new Uploads(jobs);
        this.audit = audit;
        this.folder = data.folder("uploads");
    }

    record AcceptedJob(String jobId) {}

    @PostMapping(path = "/api/knowledge/documents", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    AcceptedJob add(@RequestBody MultiValueMap<String, Part> parts, @AuthenticationPrincipal Caller caller) {
        try {
            return accept(parts, caller);
        } finally {
            // who takes the parts themselves has to remove what Spring wrote of them
            parts.values().forEach(same -> same.forEach(part -> part.delete().block()));
        }
    }

    private AcceptedJob accept(MultiValueMap<String, Part> parts, Caller caller) {
        UploadForm form = new UploadForm(parts);
        NewDocument document = form.document(caller);
        Place place = document.place();
        boolean forAnother = caller.token() == null && !place.owner().equals(caller.user());
        if (!forAnother && !PlaceRights.mayAdd(caller.principal(), place)) {
            throw new PlatformException(ErrorCode.FORBIDDEN, caller + " may not add to " + place);
        }
        requireSeen(document, caller);
        String job = uploads.start(caller.user(), document, bytes(form.file())).id();
        audit.record(
                caller.user(),
                "document.add",
                Texts.shortened(document.file()),
                place.tier() + " " + place.org() + " " + place.clearance().label());
        return new AcceptedJob(job);
    }

    /** Nobody replaces what is above their clearance, even in a place that they manage. */
    private void requireSeen(NewDocument added, Caller caller) {
        boolean above = catalog.idAt(added.file(), added.place())
                .flatMap(catalog::entry)
                .filter(entry -> entry.document()
                                .place()
                                .clearance()
                                .compareTo(caller.principal().clearance())
                        > 0)
                .isPresent();
        if (above) {
            throw new PlatformException(
                    ErrorCode.PLACE_TAKEN, added.file() + " is above the clearance", Texts.shortened(added.file()));
        }
    }

    private byte[] bytes(FilePart part) {
        try {
            Path file = Files.createTempFile(folder, "upload", "");
            try {
                // blocking is right here: this runs on a virtual thread of its own
                part.transferTo(file).block();
                return Files.readAllBytes(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/api/knowledge/jobs")
    Paged<JobJson> list(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal Caller caller,
            ServerWebExchange exchange) {
        IngestJob last = after == null
                ? null
                : jobs.find(after, caller.user())
                        .orElseThrow(() -> RequestException.invalid("after", Texts.shortened(after), "next"));
        Phrases phrases = Phrases.of(ProblemWriter.locale(exchange));
        return Paged.of(
                jobs.list(caller.user(), last, Paged.limit(limit) + 1),
                limit,
                IngestJob::id,
                job -> JobJson.of(job, phrases, folder));
    }

    @GetMapping("/api/knowledge/jobs/{id}")
    JobJson job(@PathVariable String id, @AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        return jobs.find(id, caller.user())
                .map(job -> JobJson.of(job, Phrases.of(ProblemWriter.locale(exchange)), folder))
                .orElseThrow(() -> new PlatformException(ErrorCode.NOT_FOUND, "job " + id));
    }
}
