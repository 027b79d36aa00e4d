package bangban.web.knowledge;

import bangban.knowledge.attach.Attachment;
import bangban.knowledge.attach.Attachment.Status;
import bangban.knowledge.attach.Step;
import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.web.phrase.Phrases;
import bangban.web.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file brought into a conversation, on the wire.
 *
 * @param sessionId the conversation, null until it is sent
 * @param done of {@code total} pages, later passages, while it is read; 0 of 0 where that is not known
 * @param pages of all its documents, null where its format has none or it is not read yet
 * @param failed the files inside it that could not be read
 */
record FileJson(
        String fileId,
        String name,
        long bytes,
        String status,
        @Nullable String sessionId,
        int done,
        int total,
        @Nullable Integer pages,
        int passages,
        List<String> documentIds,
        List<JobContentsJson.FailedFile> failed,
        @Nullable Problem problem) {

    /** @param folder where documents are kept; a failure without a reason on a full disk is the disk's */
    static FileJson of(
            Attachment file, @Nullable Step step, List<KnowledgeDocument> documents, Phrases phrases, Path folder) {
        String reason = file.reason();
        boolean reading = file.status() == Status.READING;
        List<Integer> pages = documents.stream()
                .map(KnowledgeDocument::pages)
                .filter(Objects::nonNull)
                .toList();
        return new FileJson(
                file.id(),
                file.file(),
                file.bytes(),
                file.status().name().toLowerCase(Locale.ROOT),
                file.session(),
                reading && step != null ? step.done() : 0,
                reading && step != null ? step.total() : 0,
                pages.isEmpty()
                        ? null
                        : pages.stream().mapToInt(Integer::intValue).sum(),
                file.passages(),
                file.documentIds(),
                file.failed().stream()
                        .map(one -> new JobContentsJson.FailedFile(
                                one.file(), JobFileJson.problem(one.code(), one.arguments(), phrases, folder)))
                        .toList(),
                reason == null ? null : JobFileJson.problem(reason, file.arguments(), phrases, folder));
    }
}
