package bangban.knowledge.ingest;

import bangban.knowledge.catalog.CatalogEntry;
import bangban.knowledge.catalog.DocumentCatalog;
import bangban.knowledge.catalog.DocumentCatalog.Share;
import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.index.PassageIndex;
import bangban.knowledge.parse.Outline;
import bangban.knowledge.place.Grantee;
import bangban.knowledge.place.Place;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Changes what is said of documents that are in: where they belong, how long they are in force, with whom they are shared. Id, text and
 * vectors stay, so that citations keep working. When a method returns, searches follow the change.
 *
 * <p>Safe for use by many threads: a change is made to the very state that its {@link Permission} has seen.
 */
public final class DocumentChanges {

    private final DocumentCatalog catalog;
    private final PassageIndex index;
    private final OrderedWriting writing;
    private final Ingestion ingestion;

    DocumentChanges(DocumentCatalog catalog, PassageIndex index, OrderedWriting writing, Ingestion ingestion) {
        this.catalog = catalog;
        this.index = index;
        this.writing = writing;
        this.ingestion = ingestion;
    }

    /** Whoever asks for the change throws here where it may not be made; the exception is passed on, and nothing is changed. */
    public interface Permission {
        void check(KnowledgeDocument before, Place after);
    }

    /** A document before and after a change. */
    public record Changed(KnowledgeDocument before, KnowledgeDocument after) {}

    /**
     * A new title is part of what word search and encoder read, so passages are made anew from the outline then.
     *
     * @return empty where there is no such document
     * @throws PlaceTakenException where the new place has a document of this file name
     */
    public Optional<Changed> change(String id, DocumentChange change, Permission permission) {
        while (true) {
            Optional<CatalogEntry> found = catalog.entry(id);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            CatalogEntry before = found.get();
            permission.check(before.document(), change.applied(before.document().place()));
            CatalogEntry after = Description.changed(before, change, () -> outline(before));
            if (writing.replace(before, after, intoIndex(before, after))) {
                return catalog.entry(id).map(now -> new Changed(before.document(), now.document()));
            }
        }
    }

    /**
     * Lets a document that is for one session be for another of the same owner, where it may need another file name.
     *
     * @throws PlaceTakenException where a document of this file name is there
     * @throws IllegalArgumentException where it is for all sessions
     */
    public void intoSession(String id, String session, String file) {
        Optional<CatalogEntry> before = catalog.entry(id);
        while (before.isPresent() && !intoSession(before.get(), session, file)) {
            before = catalog.entry(id);
        }
    }

    private boolean intoSession(CatalogEntry before, String session, String file) {
        KnowledgeDocument document = before.document();
        KnowledgeDocument after = document.inSession(session, file);
        return after.equals(document) || writing.replace(before, before.with(after), index::update);
    }

    private Consumer<KnowledgeDocument> intoIndex(CatalogEntry before, CatalogEntry after) {
        if (after.document().title().equals(before.document().title())) {
            return index::update;
        }
        Ingestion.Encoded encoded = ingestion.encoded(after.document(), outline(before));
        return document -> ingestion.put(document, encoded.passages(), encoded.vectors());
    }

    private Outline outline(CatalogEntry entry) {
        return ingestion
                .outline(entry.document().id())
                .orElseThrow(() -> new IllegalStateException(
                        "no outline of " + entry.document().id()));
    }

    /**
     * Lets the grantee read the document, up to their clearance. A grantee who can read it anyway, or to whom it is shared already, is
     * named all the same.
     *
     * @return empty where there is no such document
     */
    public Optional<Changed> share(String id, Grantee grantee, Share share, Permission permission) {
        return regrant(id, grantee, true, permission, () -> catalog.share(id, grantee, share));
    }

    /** Ends a share; without one nothing happens but the check. */
    public Optional<Changed> unshare(String id, Grantee grantee, Permission permission) {
        return regrant(id, grantee, false, permission, () -> catalog.unshare(id, grantee));
    }

    private Optional<Changed> regrant(
            String id, Grantee grantee, boolean granted, Permission permission, Runnable write) {
        while (true) {
            Optional<CatalogEntry> found = catalog.entry(id);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            KnowledgeDocument before = found.get().document();
            Set<Grantee> grantees = new HashSet<>(before.place().sharedWith());
            boolean changes = granted ? grantees.add(grantee) : grantees.remove(grantee);
            permission.check(before, before.place());
            KnowledgeDocument after = before.in(before.place().sharedWith(grantees));
            if (!changes || writing.regrant(found.get(), after, write)) {
                return Optional.of(new Changed(before, after));
            }
        }
    }
}
