package bangban.knowledge.ingest;

import bangban.knowledge.catalog.CatalogEntry;
import bangban.knowledge.catalog.DocumentCatalog;
import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.catalog.OriginalStore;
import bangban.knowledge.index.PassageIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Writes one document at a time: the index, for good, before the catalogue, and the catalogue at once for the document and its
 * versions. A process that dies in between leaves a catalogue which does not know of the change, so that it is made again.
 */
final class OrderedWriting {

    private final DocumentCatalog catalog;
    private final OriginalStore originals;
    private final PassageIndex index;
    private final SeriesUpkeep series;
    private final ReentrantLock lock = new ReentrantLock();

    OrderedWriting(DocumentCatalog catalog, OriginalStore originals, PassageIndex index) {
        this.catalog = catalog;
        this.originals = originals;
        this.index = index;
        this.series = new SeriesUpkeep(catalog, index);
    }

    /** @param intoIndex writes the document, with the validity that it has among its versions, into the index */
    void save(CatalogEntry given, Consumer<KnowledgeDocument> intoIndex) {
        locked(() -> {
            Optional<CatalogEntry> before = catalog.entry(given.document().id());
            CatalogEntry entry = before.map(given::sharedAs).orElse(given);
            List<CatalogEntry> versions = new ArrayList<>(catalog.series(entry));
            before.ifPresent(old -> versions.addAll(catalog.series(old)));
            try {
                catalog.together(() -> {
                    CatalogEntry placed = series.placed(entry);
                    intoIndex.accept(placed.document());
                    catalog.save(placed);
                    series.mend(entry, versions);
                    index.flush();
                });
            } catch (RuntimeException | Error e) {
                putBack(entry.document().id(), before, versions, e);
                throw e;
            }
        });
    }

    /** The catalogue has kept what it had; the index must not say more. */
    private void putBack(String id, Optional<CatalogEntry> before, List<CatalogEntry> versions, Throwable failure) {
        try {
            if (before.isPresent()) {
                index.update(before.get().document());
            } else {
                index.delete(id);
                originals.delete(id);
            }
            versions.stream()
                    .filter(version -> !version.document().id().equals(id))
                    .forEach(version -> index.update(version.document()));
            index.flush();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /** Removes the document from index, files and catalogue, and gives the version before its time back. */
    void delete(String id) {
        locked(() -> {
            index.delete(id);
            index.flush();
            originals.delete(id);
            catalog.entry(id)
                    .ifPresent(gone -> catalog.together(() -> {
                        List<CatalogEntry> versions = catalog.series(gone);
                        catalog.delete(id);
                        series.mend(gone, versions);
                        index.flush();
                    }));
        });
    }

    void locked(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }
}
