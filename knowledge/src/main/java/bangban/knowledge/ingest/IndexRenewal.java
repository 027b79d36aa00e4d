package bangban.knowledge.ingest;

import bangban.knowledge.catalog.DocumentCatalog;
import bangban.knowledge.index.RenewableIndex;
import java.util.List;

/** Writes the index anew where another encoder or analysis wrote it, or where it was lost or damaged. */
public final class IndexRenewal {

    private final RenewableIndex index;
    private final DocumentCatalog catalog;
    private final Ingestion ingestion;

    public IndexRenewal(RenewableIndex index, DocumentCatalog catalog, Ingestion ingestion) {
        this.index = index;
        this.catalog = catalog;
        this.ingestion = ingestion;
    }

    /** True where it must be done, or was begun and cut off, and no other process is at it. */
    public boolean isDue() {
        return (index.isRenewing() || (index.isNew() && documents() > 0)) && index.claimRenewal();
    }

    /** How many there are to write. */
    public int documents() {
        return catalog.count();
    }

    /**
     * Writes every document anew beside whatever else goes on. Where this throws, or the process ends, both indexes stay and it is due
     * again.
     *
     * @return the files that can no longer be read and are found no more
     */
    public List<String> run(Progress progress) {
        index.renew();
        List<String> unreadable = ingestion.rebuild(progress);
        index.renewed();
        return unreadable;
    }
}
