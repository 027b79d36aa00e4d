package bangban.web.knowledge;

import bangban.knowledge.catalog.DocumentCatalog;
import bangban.knowledge.ingest.NewDocument;
import bangban.knowledge.job.IngestJob;
import bangban.knowledge.job.IngestJobs;
import bangban.knowledge.job.IngestJobs.NewFile;
import bangban.knowledge.job.QueueFullException;
import bangban.knowledge.place.Place;
import bangban.runtime.audit.AuditLog;
import bangban.runtime.error.ErrorCode;
import bangban.runtime.error.PlatformException;
import bangban.web.problem.RequestError;
import bangban.web.problem.RequestException;
import bangban.web.security.Caller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Files into the knowledge base. */
@RestController
class UploadsController {

    private static final int MEGABYTE = 1 << 20;

    private final DocumentCatalog catalog;
    private final IngestJobs jobs;
    private final AuditLog audit;

    UploadsController(DocumentCatalog catalog, IngestJobs jobs, AuditLog audit) {
        this.catalog = catalog;
        this.jobs = jobs;
        this.audit = audit;
    }

    record AcceptedJob(String jobId) {}

    @PostMapping(path = "/api/knowledge/documents", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    AcceptedJob add(@RequestBody MultiValueMap<String, Part> parts, @AuthenticationPrincipal Caller caller) {
        try {
            return accepted(parts, caller);
        } finally {
            // what was sent is in files of its own by now, or refused
            parts.values().forEach(same -> same.forEach(part -> part.delete().block()));
        }
    }

    private AcceptedJob accepted(MultiValueMap<String, Part> parts, Caller caller) {
        UploadForm form = new UploadForm(parts);
        List<FilePart> files = form.files();
        List<NewFile> brought = new ArrayList<>();
        for (FilePart file : files) {
            NewDocument document = form.document(file, caller);
            check(document.place(), caller);
            requireSeen(document, caller);
            brought.add(new NewFile(document, jobs.incoming()));
        }
        try {
            for (int i = 0; i < files.size(); i++) {
                // blocking is right here: this runs on a virtual thread of its own
                files.get(i).transferTo(brought.get(i).written()).block();
            }
            IngestJob job = accepted(form, brought, caller);
            brought.forEach(file -> record(file.description(), caller));
            return new AcceptedJob(job.id());
        } catch (QueueFullException e) {
            throw new RequestException(RequestError.QUEUE_FULL, e.files(), e.bytes() / MEGABYTE);
        } finally {
            brought.forEach(UploadsController::remove);
        }
    }

    private static void check(Place place, Caller caller) {
        boolean forAnother = caller.token() == null && !place.owner().equals(caller.user());
        if (!forAnother && !PlaceRights.mayAdd(caller.principal(), place)) {
            throw new PlatformException(ErrorCode.FORBIDDEN, caller + " may not add to " + place);
        }
    }

    private IngestJob accepted(UploadForm form, List<NewFile> brought, Caller caller) {
        String joined = form.job().orElse(null);
        return joined == null
                ? jobs.accept(caller.user(), brought)
                : jobs.append(caller.user(), joined, brought)
                        .orElseThrow(() -> new PlatformException(ErrorCode.NOT_FOUND, "job " + joined));
    }

    private void record(NewDocument document, Caller caller) {
        Place place = document.place();
        audit.record(
                caller.user(),
                "document.add",
                Texts.shortened(document.file()),
                place.tier() + " " + place.org() + " " + place.clearance().label());
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

    /** What was not accepted is still there. */
    private static void remove(NewFile file) {
        try {
            Files.deleteIfExists(file.written());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
