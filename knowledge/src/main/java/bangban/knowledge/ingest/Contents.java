package bangban.knowledge.ingest;

import bangban.knowledge.ingest.FolderIngestion.Failed;
import bangban.knowledge.ingest.Ingestion.Added;
import bangban.knowledge.ingest.Ingestion.Outcome;
import java.util.List;

/**
 * What came of a file and of the files inside it.
 *
 * @param container true where it held others: an archive, or a mail with attachments
 * @param failed by file name, in the archive's order
 * @param removed the files that an earlier archive of this name held and this one does not
 */
public record Contents(boolean container, List<Added> added, List<Failed> failed, List<String> removed) {

    public Contents {
        added = List.copyOf(added);
        failed = List.copyOf(failed);
        removed = List.copyOf(removed);
    }

    static Contents of(Added file) {
        return new Contents(false, List.of(file), List.of(), List.of());
    }

    static Contents of(Failed file) {
        return new Contents(false, List.of(), List.of(file), List.of());
    }

    /** What was done at most: something added, else replaced, else described anew. */
    public Outcome outcome() {
        Outcome most =
                added.stream().map(Added::outcome).min(Outcome::compareTo).orElse(Outcome.UNCHANGED);
        return most.compareTo(Outcome.REPLACED) > 0 && !removed.isEmpty() ? Outcome.REPLACED : most;
    }

    /** The counts, for who reads them later. */
    public ContentsCount count() {
        int unchanged = (int)
                added.stream().filter(one -> one.outcome() == Outcome.UNCHANGED).count();
        int fresh = (int)
                added.stream().filter(one -> one.outcome() == Outcome.ADDED).count();
        return new ContentsCount(fresh, added.size() - fresh - unchanged, unchanged, removed.size(), failed);
    }
}
