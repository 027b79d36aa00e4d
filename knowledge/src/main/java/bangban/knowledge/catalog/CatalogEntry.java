package bangban.knowledge.catalog;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document with what it says of itself, from which the validity of its series is worked out.
 *
 * @param ownFrom given, or read from the text or the name
 * @param ownTo given; null where only a newer version ends it
 * @param fromGiven true where a person or a manifest gave {@code ownFrom}, which then stands whatever the text says
 * @param nameDate the date in the file's name
 * @param seriesKey the title without its marks of version
 * @param predecessor id or file name of the version before as it was given, null where none was
 */
public record CatalogEntry(
        KnowledgeDocument document,
        @Nullable LocalDate ownFrom,
        @Nullable LocalDate ownTo,
        boolean fromGiven,
        @Nullable LocalDate nameDate,
        String seriesKey,
        @Nullable String predecessor) {

    /** The same with another state of the document. */
    public CatalogEntry with(KnowledgeDocument other) {
        return new CatalogEntry(other, ownFrom, ownTo, fromGiven, nameDate, seriesKey, predecessor);
    }

    /** The same, shared with whom the other is shared. */
    public CatalogEntry sharedAs(CatalogEntry other) {
        return with(
                document.in(document.place().sharedWith(other.document.place().sharedWith())));
    }
}
