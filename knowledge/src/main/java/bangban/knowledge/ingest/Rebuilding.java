package bangban.knowledge.ingest;

import bangban.knowledge.catalog.CatalogEntry;
import bangban.knowledge.catalog.DocumentCatalog;
import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.catalog.OriginalStore;
import bangban.knowledge.catalog.OriginalStore.Part;
import bangban.knowledge.index.PassageIndex;
import bangban.knowledge.ingest.Progress.Stage;
import bangban.knowledge.parse.FileReader;
import bangban.knowledge.parse.Outline;
import bangban.knowledge.parse.OutlineCodec;
import bangban.knowledge.parse.PageProgress;
import bangban.knowledge.parse.ParseException;
import bangban.knowledge.parse.ParseException.Reason;
import bangban.knowledge.parse.Reading;
import bangban.knowledge.parse.SourceFile;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * Puts the passages of every document into the index anew, from the outlines that citations count in; an original is read again only
 * where its outline is lost. Texts that this encoder has encoded before are not encoded again. Documents that are added, changed or
 * deleted meanwhile stay as that left them.
 */
record Rebuilding(
        Ingestion ingestion,
        DocumentCatalog catalog,
        OriginalStore originals,
        OrderedWriting writing,
        PassageIndex index,
        FileReader reader) {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilding.class);

    /** The files that can no longer be read. */
    List<String> all(Progress progress) {
        List<String> failed = new ArrayList<>();
        List<CatalogEntry> entries = catalog.all();
        for (int i = 0; i < entries.size(); i++) {
            KnowledgeDocument document = entries.get(i).document();
            try {
                putAnew(document, progress);
            } catch (ParseException e) {
                if (catalog.entry(document.id()).isPresent()) {
                    LOG.warn("{} cannot be read for the index any more: {}", document.file(), e.getMessage());
                    failed.add(document.file());
                }
            }
            progress.report(document.file(), Stage.DONE, i + 1, entries.size());
        }
        return failed;
    }

    private void putAnew(KnowledgeDocument document, Progress progress) throws ParseException {
        String id = document.id();
        Outline outline = keptOrRead(document);
        Ingestion.Encoded encoded = ingestion.encoded(document, outline, progress);
        writing.locked(() -> catalog.entry(id)
                .map(CatalogEntry::document)
                .filter(now -> now.contentHash().equals(document.contentHash())
                        && now.title().equals(document.title()))
                .ifPresent(now -> {
                    originals.write(id, Part.OUTLINE, OutlineCodec.write(outline));
                    ingestion.put(now, encoded.passages(), encoded.vectors());
                    // an index that a full disk closes begins again at its last flush, and must not lack what counts as
                    // renewed
                    index.flush();
                }));
    }

    private Outline keptOrRead(KnowledgeDocument document) throws ParseException {
        try {
            Optional<Outline> kept = ingestion.outline(document.id());
            if (kept.isPresent()) {
                return kept.get();
            }
        } catch (UncheckedIOException | JacksonException e) {
            LOG.warn("the outline of {} is damaged, its original is read again", document.file(), e);
        }
        byte[] bytes = originals.read(document.id(), Part.ORIGINAL).orElse(new byte[0]);
        String name = Description.fileName(document);
        return switch (reader.read(new SourceFile(name, bytes), PageProgress.NONE)) {
            case Reading.Document read -> read.outline();
            case Reading.Archive archive ->
                throw new ParseException(Reason.UNKNOWN_FORMAT, name + " says nothing itself");
        };
    }
}
