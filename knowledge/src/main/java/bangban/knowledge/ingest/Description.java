package bangban.knowledge.ingest;

import bangban.knowledge.catalog.CatalogEntry;
import bangban.knowledge.catalog.Format;
import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.parse.Outline;
import bangban.knowledge.place.Place;
import bangban.knowledge.place.Tier;
import bangban.knowledge.place.Validity;
import java.time.Instant;
import java.time.LocalDate;

/** What is known of a document: what its bringer said, else its text, else its name. */
final class Description {

    private Description() {}

    /** The id that a file with this name has in this place. */
    static String id(NewDocument added) {
        Place place = added.place();
        String owner = place.tier() == Tier.PERSONAL ? place.owner() : "";
        String known =
                String.join("\n", added.file(), place.tier().name(), place.org().value(), owner);
        return Hash.hex(place.session() == null ? known : known + "\n" + place.session())
                .substring(0, 24);
    }

    static CatalogEntry of(NewDocument added, String hash, Format format, Outline outline, Instant addedAt) {
        String stem = stem(added.fileName());
        String title = title(added, outline, stem);
        LocalDate nameDate = WrittenDates.inName(stem).orElse(null);
        LocalDate from = added.effectiveFrom() != null
                ? added.effectiveFrom()
                : WrittenDates.inForceFrom(outline.text()).orElse(nameDate);
        String version = added.version() != null
                ? added.version()
                : WrittenDates.version(stem)
                        .or(() -> WrittenDates.version(title))
                        .map(written -> FieldLimits.shortened(written, FieldLimits.VERSION))
                        .orElse(null);
        LocalDate to = added.effectiveTo();
        Validity validity = new Validity(from, to != null && from != null && to.isBefore(from) ? from : to);
        KnowledgeDocument document = new KnowledgeDocument(
                id(added),
                added.file(),
                title,
                added.place(),
                validity,
                version,
                null,
                format,
                outline.pages(),
                hash,
                addedAt);
        boolean given = added.effectiveFrom() != null;
        return new CatalogEntry(document, from, to, given, nameDate, WrittenDates.seriesKey(title), added.supersedes());
    }

    /** True where both say the same of the same bytes, whatever their series made of it. */
    static boolean same(CatalogEntry one, CatalogEntry other) {
        KnowledgeDocument neutral = one.document();
        return one.equals(other.with(neutral))
                && one.document().title().equals(other.document().title())
                && one.document().place().equals(other.document().place())
                && String.valueOf(one.document().version())
                        .equals(String.valueOf(other.document().version()));
    }

    private static String title(NewDocument added, Outline outline, String stem) {
        String given = added.title() != null ? added.title() : outline.title();
        return FieldLimits.shortened(given == null || given.isBlank() ? stem : given.strip(), FieldLimits.TITLE);
    }

    private static String stem(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }
}
