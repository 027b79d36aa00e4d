package bangban.knowledge.ingest;

import bangban.knowledge.catalog.CatalogEntry;
import bangban.knowledge.catalog.DocumentCatalog;
import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.catalog.OriginalStore;
import bangban.knowledge.catalog.OriginalStore.Part;
import bangban.knowledge.chunk.Chunker;
import bangban.knowledge.chunk.Passage;
import bangban.knowledge.index.PassageIndex;
import bangban.knowledge.ingest.Progress.Stage;
import bangban.knowledge.parse.FileReader;
import bangban.knowledge.parse.Members;
import bangban.knowledge.parse.Outline;
import bangban.knowledge.parse.OutlineCodec;
import bangban.knowledge.parse.ParseException;
import bangban.knowledge.parse.ParseException.Reason;
import bangban.knowledge.parse.Reading;
import bangban.knowledge.parse.SourceFile;
import bangban.language.encode.TextEncoder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Adds, replaces and removes documents. A file is known by its name and place; the same bytes again change nothing. The index is
 * written before the catalogue and emptied before it, so that whatever is interrupted is done by doing it again.
 *
 * <p>Safe for use by many threads: parsing and encoding run side by side, writing one at a time.
 */
public final class Ingestion {

    private final DocumentCatalog catalog;
    private final OriginalStore originals;
    private final PassageIndex index;
    private final PassageVectors vectors;
    private final OrderedWriting writing;
    private final FileReader reader;
    private final InstantSource clock;
    private final DocumentChanges changes;
    private final Chunker chunker = new Chunker();

    public Ingestion(
            DocumentCatalog catalog,
            OriginalStore originals,
            PassageIndex index,
            TextEncoder encoder,
            FileReader reader,
            InstantSource clock) {
        this.catalog = catalog;
        this.originals = originals;
        this.index = index;
        this.vectors = new PassageVectors(originals, encoder);
        this.writing = new OrderedWriting(catalog, originals, index);
        this.changes = new DocumentChanges(catalog, index, writing, this);
        this.reader = reader;
        this.clock = clock;
    }

    /** What adding did. */
    public enum Outcome {
        ADDED,
        REPLACED,
        /** Only what is said of the document changed, so passages and vectors stayed. */
        DESCRIBED,
        UNCHANGED
    }

    /**
     * What came of a file.
     *
     * @param passages how many were written; 0 where they stayed
     */
    public record Added(KnowledgeDocument document, Outcome outcome, int passages) {}

    /** The id that a file with this name gets in this place, unless one that has it was moved there or away. */
    public static String id(NewDocument added) {
        return Description.id(added, 0);
    }

    /** What else can be done to documents that are in. */
    public DocumentChanges changes() {
        return changes;
    }

    /** @throws ParseException where the file cannot be read */
    Reading read(SourceFile file, String name, Progress progress) throws ParseException {
        progress.report(name, Stage.PARSING, 0, 1);
        return reader.read(file, (done, total, recognised) -> progress.report(name, Stage.PARSING, done, total));
    }

    /** True where the same bytes were added before and hold no files. */
    boolean isKnown(NewDocument added, SourceFile file) {
        return catalog.entry(idOf(added))
                .map(CatalogEntry::document)
                .filter(document -> !document.format().mayHoldFiles()
                        && document.contentHash().equals(Hash.hex(file.bytes())))
                .isPresent();
    }

    /** The documents that were files inside this one. */
    List<KnowledgeDocument> below(NewDocument archive) {
        return catalog.below(archive.file(), archive.place());
    }

    /**
     * Adds what the file says itself, or replaces the document that it was before; files inside it are {@link ArchiveIngestion}'s.
     *
     * @throws ParseException where the file cannot be read; nothing is changed then
     * @throws PlaceTakenException where it may not replace the document that has its name in this place
     */
    public Added add(NewDocument added, SourceFile file, Progress progress) throws ParseException {
        Optional<CatalogEntry> before = before(idOf(added), added);
        Optional<Reading.Document> kept = before.map(CatalogEntry::document)
                .filter(document -> document.contentHash().equals(Hash.hex(file.bytes())))
                .flatMap(document -> outline(document.id())
                        .map(outline -> new Reading.Document(document.format(), outline, Members.NONE)));
        if (kept.isPresent()) {
            return add(added, file, kept.get(), progress);
        }
        return switch (read(file, added.file(), progress)) {
            case Reading.Document document -> add(added, file, document, progress);
            case Reading.Archive archive ->
                throw new ParseException(Reason.UNKNOWN_FORMAT, file.name() + " says nothing itself");
        };
    }

    /**
     * Adds what was read.
     *
     * @param read what came out of the file, or what is kept of it
     * @throws PlaceTakenException where it may not replace the document that has its name in this place
     */
    Added add(NewDocument added, SourceFile file, Reading.Document read, Progress progress) {
        while (true) {
            Optional<Added> done = add(idOf(added), added, file, read, progress);
            if (done.isPresent()) {
                progress.report(added.file(), Stage.DONE, 1, 1);
                return done.get();
            }
        }
    }

    private String idOf(NewDocument added) {
        return catalog.idAt(added.file(), added.place()).orElseGet(() -> freeId(added));
    }

    private String freeId(NewDocument added) {
        int taken = 0;
        while (catalog.entry(Description.id(added, taken)).isPresent()) {
            taken++;
        }
        return Description.id(added, taken);
    }

    private Optional<CatalogEntry> before(String id, NewDocument added) {
        Optional<CatalogEntry> before = catalog.entry(id);
        if (before.isPresent() && !added.mayReplace(before.get().document().place())) {
            throw new PlaceTakenException(added.file());
        }
        return before;
    }

    /** Empty where another document came or went meanwhile, so that the file has another id now. */
    private Optional<Added> add(
            String id, NewDocument added, SourceFile file, Reading.Document read, Progress progress) {
        String hash = Hash.hex(file.bytes());
        Optional<CatalogEntry> before = before(id, added);
        boolean sameText = before.filter(entry -> entry.document().contentHash().equals(hash))
                        .isPresent()
                && outline(id).isPresent();
        Instant addedAt = before.map(entry -> entry.document().addedAt()).orElseGet(clock::instant);
        CatalogEntry described = Description.of(id, added, hash, read.format(), read.outline(), addedAt);
        CatalogEntry entry = before.map(described::sharedAs).orElse(described);
        Outcome outcome = outcome(entry, before, sameText);
        return switch (outcome) {
            case UNCHANGED -> Optional.of(new Added(current(entry), outcome, 0));
            case DESCRIBED -> written(writing.add(entry, index::update), entry, outcome, 0);
            case ADDED, REPLACED -> {
                Encoded encoded = encoded(entry.document(), read.outline(), progress);
                int count = encoded.passages().size();
                progress.report(added.file(), Stage.INDEXING, 0, count);
                boolean fits = writing.add(entry, document -> {
                    originals.write(id, Part.ORIGINAL, file.bytes());
                    originals.write(id, Part.OUTLINE, OutlineCodec.write(read.outline()));
                    put(document, encoded.passages(), encoded.vectors());
                });
                yield written(fits, entry, outcome, count);
            }
        };
    }

    private Optional<Added> written(boolean fits, CatalogEntry entry, Outcome outcome, int passages) {
        return fits ? Optional.of(new Added(current(entry), outcome, passages)) : Optional.empty();
    }

    private static Outcome outcome(CatalogEntry entry, Optional<CatalogEntry> before, boolean sameText) {
        if (before.isEmpty()) {
            return Outcome.ADDED;
        }
        // The title is part of every path and of what was encoded.
        boolean sameTitle =
                entry.document().title().equals(before.get().document().title());
        if (!sameText || !sameTitle) {
            return Outcome.REPLACED;
        }
        return Description.same(entry, before.get()) ? Outcome.UNCHANGED : Outcome.DESCRIBED;
    }

    /** A document's passages with their vectors. */
    record Encoded(List<Passage> passages, List<float[]> vectors) {}

    Encoded encoded(KnowledgeDocument document, Outline outline) {
        return encoded(document, outline, Progress.NONE);
    }

    Encoded encoded(KnowledgeDocument document, Outline outline, Progress progress) {
        List<Passage> passages = chunker.chunk(document.id(), document.title(), outline);
        progress.report(document.file(), Stage.ENCODING, 0, passages.size());
        return new Encoded(
                passages,
                vectors.of(
                        document.id(),
                        passages,
                        done -> progress.report(document.file(), Stage.ENCODING, done, passages.size())));
    }

    void put(KnowledgeDocument document, List<Passage> passages, List<float[]> encoded) {
        vectors.keep(document.id(), passages, encoded);
        index.put(document, passages, encoded);
    }

    /** Removes the document from index, files and catalogue, and gives the version before its time back. */
    public void delete(String id) {
        writing.delete(id);
    }

    /**
     * Puts the passages of every document into the index anew; see {@link Rebuilding}.
     *
     * @param progress hears DONE with the count of documents after each
     * @return the files that can no longer be read
     */
    public List<String> rebuild(Progress progress) {
        return new Rebuilding(this, catalog, originals, writing, index, reader).all(progress);
    }

    /** The outline that citations' offsets count in; empty where there is no such document. */
    public Optional<Outline> outline(String id) {
        return originals.read(id, Part.OUTLINE).map(OutlineCodec::read);
    }

    private KnowledgeDocument current(CatalogEntry entry) {
        return catalog.entry(entry.document().id()).orElse(entry).document();
    }
}
