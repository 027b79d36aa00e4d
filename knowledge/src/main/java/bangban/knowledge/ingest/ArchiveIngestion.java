package bangban.knowledge.ingest;

import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.ingest.FolderIngestion.Failed;
import bangban.knowledge.ingest.Ingestion.Added;
import bangban.knowledge.ingest.Ingestion.Outcome;
import bangban.knowledge.parse.Members;
import bangban.knowledge.parse.Members.Member;
import bangban.knowledge.parse.Members.Refused;
import bangban.knowledge.parse.ParseException;
import bangban.knowledge.parse.Reading;
import bangban.knowledge.parse.SourceFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds a file with all files inside it, each as a document of its own below the file's name: {@code archive.zip/folder/name.docx}. An
 * archive is no document itself; a mail is one beside its attachments.
 *
 * <p>An archive that comes again under its name in its place is the newer version of the one before where it still holds at least half
 * of that one's files: what it no longer holds is then deleted, up to the clearance that it was brought with. Otherwise it is another
 * archive that happens to be called so, and nothing is deleted.
 */
public final class ArchiveIngestion {

    private static final Logger LOG = LoggerFactory.getLogger(ArchiveIngestion.class);

    private final Ingestion ingestion;

    public ArchiveIngestion(Ingestion ingestion) {
        this.ingestion = ingestion;
    }

    /**
     * Adds the file and what is inside. What passes, such as a full disk, ends it: done again, it completes what it began.
     *
     * @param manifest what is said of files inside, by their names below the archive's; what it does not say is the file's own, the title
     *     apart
     * @param began when this was first tried; what came since is of earlier tries
     * @throws ParseException where the file itself cannot be read; nothing is changed then
     */
    public Contents add(NewDocument described, SourceFile file, Manifest manifest, Instant began, Progress progress)
            throws ParseException {
        if (ingestion.isKnown(described, file)) {
            return Contents.of(since(began, ingestion.add(described, file, progress)));
        }
        Reading reading = ingestion.read(file, described.file(), progress);
        Members inside = reading.inside();
        List<Added> added = new ArrayList<>();
        if (reading instanceof Reading.Document document) {
            added.add(since(began, ingestion.add(described, file, document, progress)));
            if (inside.equals(Members.NONE)) {
                return Contents.of(added.getFirst());
            }
        }
        List<KnowledgeDocument> before = before(described, began);
        List<Failed> failed = new ArrayList<>();
        for (Member member : inside.files()) {
            String name = described.file() + "/" + member.path();
            try {
                NewDocument said = manifest.describeInside(name, described.member(name));
                added.add(since(began, ingestion.add(said, member.file(), progress)));
            } catch (CancellationException e) {
                throw e;
            } catch (ParseException e) {
                failed.add(FailureReason.failed(name, e));
            } catch (RuntimeException | Error e) { // the edge: one file's failure must not stop the others
                if (FailureReason.passes(e)) {
                    throw e;
                }
                failed.add(FailureReason.failed(name, e));
            }
        }
        for (Refused refused : inside.refused()) {
            failed.add(new Failed(
                    described.file() + "/" + refused.path(), refused.reason().name(), "the file cannot be got out"));
        }
        return new Contents(true, added, failed, removeGone(described, inside, before));
    }

    private List<KnowledgeDocument> before(NewDocument described, Instant began) {
        return ingestion.below(described).stream()
                .filter(document -> document.addedAt().isBefore(began))
                .toList();
    }

    /** What an earlier try added is not there again, but new. */
    private static Added since(Instant began, Added one) {
        boolean earlier =
                one.outcome() == Outcome.UNCHANGED && !one.document().addedAt().isBefore(began);
        return earlier ? new Added(one.document(), Outcome.ADDED, 0) : one;
    }

    /** @param before the documents below the archive's name before it came */
    private List<String> removeGone(NewDocument described, Members inside, List<KnowledgeDocument> before) {
        List<KnowledgeDocument> gone = before.stream()
                .filter(document -> !holds(
                        inside, document.file().substring(described.file().length() + 1)))
                .toList();
        if (gone.size() * 2 > before.size()) {
            LOG.info("{} holds few of the files of the archive before, which stay", described.file());
            return List.of();
        }
        List<String> removed = new ArrayList<>();
        for (KnowledgeDocument document : gone) {
            if (document.place().clearance().compareTo(described.place().clearance()) <= 0) {
                ingestion.delete(document.id());
                LOG.info("{} is no longer in its archive and was deleted", document.file());
                removed.add(document.file());
            }
        }
        return removed;
    }

    /** True also for what could not be got out this time. */
    private static boolean holds(Members inside, String path) {
        return inside.files().stream().anyMatch(member -> member.path().equals(path))
                || inside.refused().stream()
                        .anyMatch(refused -> path.equals(refused.path()) || path.startsWith(refused.path() + "/"));
    }
}
