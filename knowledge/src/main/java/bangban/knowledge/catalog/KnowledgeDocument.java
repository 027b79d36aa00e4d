package bangban.knowledge.catalog;

import bangban.knowledge.place.Place;
import bangban.knowledge.place.Validity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document as the catalogue knows it.
 *
 * @param file the file's name as it was added, with folders below the added folder where there are any
 * @param validity as it counts: given or read from the text, and ended by a newer version
 * @param version as written, 2025版 or a date; null where there is none
 * @param supersedes the id of the version before, null where there is none
 * @param pages null where the format has no pages
 * @param contentHash SHA-256 of the original, hexadecimal
 */
public record KnowledgeDocument(
        String id,
        String file,
        String title,
        Place place,
        Validity validity,
        @Nullable String version,
        @Nullable String supersedes,
        Format format,
        @Nullable Integer pages,
        String contentHash,
        Instant addedAt) {

    /** The same document elsewhere. */
    public KnowledgeDocument in(Place other) {
        return new KnowledgeDocument(
                id, file, title, other, validity, version, supersedes, format, pages, contentHash, addedAt);
    }

    /** The same document within another session, under this file name. */
    public KnowledgeDocument inSession(String session, String newFile) {
        return new KnowledgeDocument(
                id,
                newFile,
                title,
                place.inSession(session),
                validity,
                version,
                supersedes,
                format,
                pages,
                contentHash,
                addedAt);
    }

    /** The same document under another description. */
    public KnowledgeDocument described(String newTitle, Place newPlace, Validity newValidity) {
        return new KnowledgeDocument(
                id, file, newTitle, newPlace, newValidity, version, supersedes, format, pages, contentHash, addedAt);
    }
}
