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
import java.util.function.BooleanSupplier;
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

    /**
     * Saves a file that was added, as the document with this name in its place, or as a new one.
     *
     * @param intoIndex writes the document, with the validity that it has among its versions, into the index
     * @return false, with nothing written, where another document came or went meanwhile, so that the file has another id now
     */
    boolean add(CatalogEntry added, Consumer<KnowledgeDocument> intoIndex) {
        String id = added.document().id();
        return locked(() -> {
            Optional<CatalogEntry> before = catalog.entry(id);
            Optional<String> there =
                    catalog.idAt(added.document().file(), added.document().place());
            boolean fits = there.map(id::equals).orElse(before.isEmpty());
            if (fits) {
                save(before, before.map(added::sharedAs).orElse(added), intoIndex);
            }
            return fits;
        });
    }

    /**
     * Replaces what is said of a document.
     *
     * @return false, with nothing written, where something else than before is said of it by now
     * @throws PlaceTakenException where its new place has another document with its file name
     */
    boolean replace(CatalogEntry before, CatalogEntry after, Consumer<KnowledgeDocument> intoIndex) {
        return unchanged(before, () -> {
            KnowledgeDocument document = after.document();
            boolean taken = catalog.idAt(document.file(), document.place())
                    .filter(id -> !id.equals(document.id()))
                    .isPresent();
            if (taken) {
                throw new PlaceTakenException(document.file());
            }
            save(Optional.of(before), after, intoIndex);
        });
    }

    /**
     * Replaces with whom a document is shared.
     *
     * @param after the document with whom it will be shared
     * @param write does the same in the catalogue
     * @return false, with nothing written, where something else than before is said of it by now
     */
    boolean regrant(CatalogEntry before, KnowledgeDocument after, Runnable write) {
        return unchanged(before, () -> {
            try {
                catalog.together(() -> {
                    index.update(after);
                    index.flush();
                    write.run();
                });
            } catch (RuntimeException | Error e) {
                putBack(after.id(), Optional.of(before), List.of(), e);
                throw e;
            }
        });
    }

    private boolean unchanged(CatalogEntry before, Runnable work) {
        return locked(() -> {
            boolean same =
                    catalog.entry(before.document().id()).filter(before::equals).isPresent();
            if (same) {
                work.run();
            }
            return same;
        });
    }

    private void save(Optional<CatalogEntry> before, CatalogEntry entry, Consumer<KnowledgeDocument> intoIndex) {
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
        locked(() -> {
            work.run();
            return true;
        });
    }

    private boolean locked(BooleanSupplier work) {
        lock.lock();
        try {
            return work.getAsBoolean();
        } finally {
            lock.unlock();
        }
    }
}
