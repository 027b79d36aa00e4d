package bangban.knowledge.ingest;

import bangban.knowledge.ingest.FolderIngestion.Failed;
import java.util.List;

/**
 * What came of the files inside an archive, or of a mail and its attachments.
 *
 * @param added how many documents are new
 * @param changed how many were replaced or described anew
 * @param removed how many an earlier archive of this name held and this one does not
 */
public record ContentsCount(int added, int changed, int unchanged, int removed, List<Failed> failed) {

    public ContentsCount {
        failed = List.copyOf(failed);
    }
}
