package bangban.knowledge.ingest;

import bangban.knowledge.catalog.CatalogEntry;
import bangban.knowledge.catalog.DocumentCatalog;
import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.index.PassageIndex;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps the validity of every version right in catalogue and index when one of them comes, changes or goes. */
final class SeriesUpkeep {

    private final DocumentCatalog catalog;
    private final PassageIndex index;

    SeriesUpkeep(DocumentCatalog catalog, PassageIndex index) {
        this.catalog = catalog;
        this.index = index;
    }

    /** The entry as it will count among its versions. */
    CatalogEntry placed(CatalogEntry entry) {
        return mended(entry).stream()
                .filter(version ->
                        version.document().id().equals(entry.document().id()))
                .findFirst()
                .orElse(entry);
    }

    private List<CatalogEntry> mended(CatalogEntry entry) {
        List<CatalogEntry> versions = new ArrayList<>(catalog.series(entry));
        versions.add(entry);
        return Series.mended(versions);
    }

    /**
     * Works out anew each series that what changed or one of its versions until now is in; what is no longer in the catalogue is
     * passed over. Called within
     * {@link DocumentCatalog#together}, before whose end the index is flushed.
     */
    void mend(CatalogEntry changed, List<CatalogEntry> versions) {
        Set<String> seen = new HashSet<>();
        List<CatalogEntry> touched = new ArrayList<>(List.of(changed));
        touched.addAll(versions);
        for (CatalogEntry entry : touched) {
            Optional<CatalogEntry> stored = catalog.entry(entry.document().id());
            if (stored.isPresent() && !seen.contains(entry.document().id())) {
                for (CatalogEntry version : mended(stored.get())) {
                    seen.add(version.document().id());
                    save(version);
                }
            }
        }
    }

    private void save(CatalogEntry version) {
        KnowledgeDocument document = version.document();
        boolean changed = catalog.entry(document.id())
                .filter(stored -> !stored.document().equals(document))
                .isPresent();
        if (changed) {
            index.update(document);
            catalog.save(version);
        }
    }
}
