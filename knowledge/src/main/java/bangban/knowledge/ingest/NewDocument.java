package bangban.knowledge.ingest;

import bangban.config.organisation.Clearance;
import bangban.knowledge.place.Place;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a file when it is added. What is null is read from the file.
 *
 * @param file its name, with folders below the added folder where there are any
 * @param effectiveFrom as given by the caller or a manifest; it stands whatever the text says
 * @param supersedes id or file name of the version before, in the same place
 * @param replacesUpTo the highest clearance of a document that may be replaced by it, null where any may
 */
public record NewDocument(
        String file,
        @Nullable String title,
        Place place,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        @Nullable String version,
        @Nullable String supersedes,
        @Nullable Clearance replacesUpTo) {

    /** @throws FieldTooLongException naming what is longer than the catalogue keeps */
    public NewDocument {
        file = file.replace('\\', '/');
        FieldLimits.check("file", file, FieldLimits.FILE);
        FieldLimits.check("title", title, FieldLimits.TITLE);
        FieldLimits.check("org", place.org().value(), FieldLimits.ORG);
        FieldLimits.check("owner", place.owner(), FieldLimits.OWNER);
        FieldLimits.check("domain", place.domain(), FieldLimits.DOMAIN);
        FieldLimits.check("tags", String.join(",", place.tags()), FieldLimits.TAGS);
        FieldLimits.check("version", version, FieldLimits.VERSION);
        FieldLimits.check("supersedes", supersedes, FieldLimits.SUPERSEDES);
    }

    /** A file that may replace any document. */
    public NewDocument(
            String file,
            @Nullable String title,
            Place place,
            @Nullable LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,
            @Nullable String version,
            @Nullable String supersedes) {
        this(file, title, place, effectiveFrom, effectiveTo, version, supersedes, null);
    }

    /** A file of which nothing but its place is said. */
    public NewDocument(String file, Place place) {
        this(file, null, place, null, null, null, null);
    }

    /** The same of a file inside this one; its title and what it follows are its own. */
    NewDocument member(String name) {
        return new NewDocument(name, null, place, effectiveFrom, effectiveTo, version, null, replacesUpTo);
    }

    /** The same from one who may replace only documents up to this clearance. */
    public NewDocument replacingUpTo(Clearance clearance) {
        return new NewDocument(file, title, place, effectiveFrom, effectiveTo, version, supersedes, clearance);
    }

    boolean mayReplace(Place before) {
        return replacesUpTo == null || before.clearance().compareTo(replacesUpTo) <= 0;
    }

    /** The name without folders. */
    public String fileName() {
        return file.substring(file.lastIndexOf('/') + 1);
    }
}
