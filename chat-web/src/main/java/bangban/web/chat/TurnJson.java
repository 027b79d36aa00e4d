package bangban.web.chat;

import bangban.language.sentence.Language;
import bangban.runtime.agent.Attachment;
import bangban.runtime.agent.Clarification;
import bangban.runtime.error.ErrorCode;
import bangban.runtime.feedback.Feedback;
import bangban.runtime.turn.TurnEvent;
import bangban.runtime.turn.TurnView;
import bangban.runtime.verify.Evidence;
import bangban.web.feedback.FeedbackJson;
import bangban.web.phrase.Phrases;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A turn as {@code GET /api/turns/{id}} gives it; the same everywhere a finished turn is written. */
public record TurnJson(
        String id,
        String sessionId,
        String question,
        @Nullable String agent,
        @Nullable LocalDate asOf,
        List<AttachmentJson> attachments,
        String status,
        String mode,
        String language,
        String text,
        boolean refused,
        @Nullable Clarification clarification,
        List<PartJson> parts,
        List<CitationJson> citations,
        List<ToolJson> tools,
        List<Object> tables,
        List<Object> charts,
        List<Object> files,
        List<NoticeJson> notices,
        SupportJson support,
        TurnView.@Nullable Searched searched,
        List<String> suggestions,
        @Nullable ErrorJson error,
        Instant startedAt,
        long tookMs,
        @Nullable FeedbackJson feedback) {

    /** @param documentId the first of its documents: an archive has several */
    public record AttachmentJson(String fileId, String name, String documentId, List<String> documentIds) {

        static AttachmentJson of(Attachment file) {
            return new AttachmentJson(
                    file.fileId(), file.name(), file.documentIds().getFirst(), file.documentIds());
        }
    }

    public record PartJson(String agent, String request, List<Integer> dependsOn, String status) {}

    public record CitationJson(
            int n,
            String documentId,
            String file,
            String title,
            @Nullable String version,
            @Nullable Integer page,
            String clause,
            int start,
            int end,
            String quote,
            @Nullable LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,
            String format) {

        static CitationJson of(int n, Evidence evidence) {
            return new CitationJson(
                    n,
                    evidence.documentId(),
                    evidence.file(),
                    evidence.title(),
                    evidence.version(),
                    evidence.page(),
                    evidence.clause(),
                    evidence.start(),
                    evidence.end(),
                    evidence.text(),
                    evidence.effectiveFrom(),
                    evidence.effectiveTo(),
                    evidence.format().toLowerCase(Locale.ROOT));
        }
    }

    public record ToolJson(String name, String effect, String status) {

        static ToolJson of(TurnView.ToolCall call) {
            Boolean succeeded = call.succeeded();
            String status = succeeded == null ? "running" : succeeded ? "done" : "failed";
            return new ToolJson(call.tool(), call.effect().name(), status);
        }
    }

    public record NoticeJson(String level, String code, String text) {

        static NoticeJson of(bangban.runtime.agent.Notice notice) {
            return new NoticeJson(lower(notice.level()), notice.code(), notice.text());
        }
    }

    /**
     * @param rate supported sentences among those that claim something; 1 where none does
     * @param unsourced sentences that a model said from itself; they claim something and are not supported
     */
    public record SupportJson(double rate, int struck, int unsourced) {}

    public record ErrorJson(String code, String message) {

        static ErrorJson of(ErrorCode code, Language language) {
            return new ErrorJson(code.wire(), phrases(language).text("problem." + code.wire() + ".detail"));
        }
    }

    public static TurnJson of(TurnView turn) {
        return of(turn, null);
    }

    /** @param feedback what its owner, who reads it, said of it */
    static TurnJson of(TurnView turn, @Nullable Feedback feedback) {
        ErrorCode error = turn.error();
        return new TurnJson(
                turn.id().value(),
                turn.sessionId(),
                turn.question(),
                turn.agent(),
                turn.asOf(),
                turn.attachments().stream().map(AttachmentJson::of).toList(),
                lower(turn.status()),
                lower(turn.mode()),
                turn.language() == Language.ENGLISH ? "en" : "zh",
                turn.text(),
                turn.refused(),
                turn.clarification(),
                turn.parts().stream()
                        .map(part -> new PartJson(part.agent(), part.request(), part.dependsOn(), lower(part.status())))
                        .toList(),
                turn.citations().stream()
                        .map(citation -> CitationJson.of(citation.n(), citation.evidence()))
                        .toList(),
                turn.tools().stream().map(ToolJson::of).toList(),
                List.of(),
                List.of(),
                List.of(),
                turn.notices().stream().map(NoticeJson::of).toList(),
                support(turn),
                turn.searched(),
                turn.suggestions(),
                error == null ? null : ErrorJson.of(error, turn.language()),
                turn.startedAt(),
                turn.took().toMillis(),
                feedback == null ? null : FeedbackJson.of(feedback));
    }

    /** A part before it has begun, as the route event shows it. */
    static PartJson planned(TurnEvent.PlannedPart part) {
        return new PartJson(part.agent(), part.request(), part.dependsOn(), "pending");
    }

    private static SupportJson support(TurnView turn) {
        int claims = turn.supported() + turn.struck() + turn.unsourced();
        double rate = claims == 0 ? 1 : (double) turn.supported() / claims;
        return new SupportJson(rate, turn.struck(), turn.unsourced());
    }

    static Phrases phrases(Language language) {
        return language == Language.ENGLISH ? Phrases.ENGLISH : Phrases.CHINESE;
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
