package bangban.knowledge.attach;

import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.knowledge.ingest.FolderIngestion.Failed;
import bangban.knowledge.place.Place;
import bangban.knowledge.place.Tier;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file that was brought into a conversation.
 *
 * @param session the conversation that it belongs to, null until it is sent
 * @param documentIds what it became: several for an archive; empty until it was read
 * @param reason why it could not be read, null where it could
 * @param arguments what the sentence of the reason names
 * @param failed the files inside it that could not be read
 */
public record Attachment(
        String id,
        String owner,
        OrgPath org,
        Clearance clearance,
        String file,
        long bytes,
        Status status,
        @Nullable String session,
        List<String> documentIds,
        int passages,
        @Nullable String reason,
        List<Object> arguments,
        List<Failed> failed,
        Instant addedAt) {

    public Attachment {
        documentIds = List.copyOf(documentIds);
        arguments = List.copyOf(arguments);
        failed = List.copyOf(failed);
    }

    /** How far it is. */
    public enum Status {
        READING,
        READY,
        FAILED,
        /** Taken back, or not sent for long; it goes as soon as its documents are gone. */
        GIVEN_UP
    }

    /** Until it is sent it is in a conversation of its own that nobody has. */
    Place place() {
        String own = session == null ? id : session;
        return new Place(Tier.PERSONAL, org, null, List.of(), clearance, owner, own, Set.of());
    }
}
