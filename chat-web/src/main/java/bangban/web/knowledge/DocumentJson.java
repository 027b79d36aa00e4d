package bangban.web.knowledge;

import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.place.Place;
import bangban.runtime.identity.Principal;
import bangban.web.platform.Readers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A document on the wire. */
record DocumentJson(
        String id,
        String file,
        String title,
        String tier,
        String org,
        @Nullable String domain,
        List<String> tags,
        String clearance,
        String owner,
        @Nullable String sessionId,
        @Nullable String version,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        @Nullable String supersedes,
        String format,
        @Nullable Integer pages,
        Instant addedAt,
        boolean mayDelete,
        boolean mayChange,
        boolean sharedWithMe) {

    /**
     * @param reader who may read the document, within its session where it has one
     * @param readable ids of the older versions that the reader may see
     */
    static DocumentJson of(KnowledgeDocument document, Principal reader, Set<String> readable) {
        Place place = document.place();
        String supersedes = document.supersedes();
        return new DocumentJson(
                document.id(),
                document.file(),
                document.title(),
                place.tier().name(),
                place.org().value(),
                place.domain(),
                place.tags(),
                place.clearance().label(),
                place.owner(),
                place.session(),
                document.version(),
                document.validity().from(),
                document.validity().to(),
                supersedes != null && readable.contains(supersedes) ? supersedes : null,
                document.format().name().toLowerCase(Locale.ROOT),
                document.pages(),
                document.addedAt(),
                PlaceRights.mayDelete(reader, place),
                PlaceRights.mayChange(reader, Readers.of(reader, place.session()), place, place),
                Readers.of(reader).readsByShare(place));
    }
}
