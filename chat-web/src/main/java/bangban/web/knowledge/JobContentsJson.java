package bangban.web.knowledge;

import bangban.knowledge.ingest.ContentsCount;
import bangban.web.phrase.Phrases;
import bangban.web.problem.Problem;
import java.nio.file.Path;
import java.util.List;

/** What came of the files inside an archive or on a mail, on the wire. */
record JobContentsJson(int added, int changed, int unchanged, int removed, List<FailedFile> failed) {

    JobContentsJson {
        failed = List.copyOf(failed);
    }

    record FailedFile(String file, Problem error) {}

    /** @param folder where documents are kept; a failure without a reason on a full disk is the disk's */
    static JobContentsJson of(ContentsCount count, Phrases phrases, Path folder) {
        List<FailedFile> failed = count.failed().stream()
                .map(one ->
                        new FailedFile(one.file(), JobFileJson.problem(one.code(), one.arguments(), phrases, folder)))
                .toList();
        return new JobContentsJson(count.added(), count.changed(), count.unchanged(), count.removed(), failed);
    }
}
