package bangban.runtime.turn;

import bangban.language.sentence.Language;
import bangban.runtime.agent.Attachment;
import bangban.runtime.agent.Clarification;
import bangban.runtime.agent.Effect;
import bangban.runtime.agent.Notice;
import bangban.runtime.error.ErrorCode;
import bangban.runtime.turn.TurnEvent.Mode;
import bangban.runtime.turn.TurnEvent.PartStatus;
import bangban.runtime.turn.TurnEvent.PlannedPart;
import bangban.runtime.turn.TurnEvent.TurnStatus;
import bangban.runtime.verify.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A turn as its events so far tell it; nothing about it is stored anywhere else.
 *
 * @param agent who was asked directly, null where the router decided
 */
public record TurnView(
        TurnId id,
        String sessionId,
        String question,
        @Nullable String agent,
        @Nullable LocalDate asOf,
        List<Attachment> attachments,
        TurnStatus status,
        Mode mode,
        Language language,
        String text,
        boolean refused,
        @Nullable Clarification clarification,
        List<Part> parts,
        List<Citation> citations,
        List<ToolCall> tools,
        List<Notice> notices,
        int supported,
        int struck,
        int unsourced,
        @Nullable Searched searched,
        List<String> suggestions,
        @Nullable ErrorCode error,
        Instant startedAt,
        Duration took) {

    /** A part of the plan and how far it is. */
    public record Part(String agent, String request, List<Integer> dependsOn, PartStatus status) {}

    /** A mark in the text and what it points to. */
    public record Citation(int n, Evidence evidence) {}

    /** A tool's call; {@code succeeded} is null while it runs. */
    public record ToolCall(
            String tool, Effect effect, @Nullable Boolean succeeded) {}

    /** How much was searched. */
    public record Searched(int documents, int passages) {}

    /** @param events the turn's events from the first on, not empty */
    public static TurnView of(List<LoggedEvent> events) {
        Fold fold = new Fold(events.getFirst());
        events.forEach(fold::apply);
        return fold.view();
    }

    private static final class Fold {

        private final LoggedEvent first;
        private final StringBuilder text = new StringBuilder();
        private final List<Part> parts = new ArrayList<>();
        private final List<Citation> citations = new ArrayList<>();
        private final Map<Integer, ToolCall> tools = new LinkedHashMap<>();
        private final List<Notice> notices = new ArrayList<>();
        private List<String> suggestions = List.of();
        private @Nullable Clarification clarification;
        private @Nullable Searched searched;
        private TurnEvent.@Nullable TurnFinished finished;
        private @Nullable ErrorCode error;
        private boolean modelUsed;
        private Instant last;

        Fold(LoggedEvent first) {
            this.first = first;
            this.last = first.at();
        }

        void apply(LoggedEvent logged) {
            last = logged.at();
            switch (logged.event()) {
                case TurnEvent.TurnStarted ignored -> {}
                case TurnEvent.RouteDecided route -> route.parts().forEach(part -> parts.add(pending(part)));
                case TurnEvent.PartStarted part -> mark(part.part(), PartStatus.RUNNING);
                case TurnEvent.PartFinished part -> mark(part.part(), part.status());
                case TurnEvent.ToolStarted tool ->
                    tools.put(tool.call(), new ToolCall(tool.tool(), tool.effect(), null));
                case TurnEvent.ToolFinished tool ->
                    tools.computeIfPresent(
                            tool.call(), (n, call) -> new ToolCall(call.tool(), call.effect(), tool.succeeded()));
                case TurnEvent.PassagesFound found -> add(found);
                case TurnEvent.ModelUsed ignored -> modelUsed = true;
                case TurnEvent.Cited cited -> citations.add(new Citation(cited.n(), cited.evidence()));
                case TurnEvent.TextDelta delta -> text.append(delta.text());
                case TurnEvent.ClarificationAsked asked -> clarification = asked.clarification();
                case TurnEvent.Notice notice -> notices.add(notice.notice());
                case TurnEvent.Suggested suggested -> suggestions = suggested.questions();
                case TurnEvent.TurnFinished end -> finished = end;
                case TurnEvent.TurnFailed failed -> error = failed.code();
            }
        }

        private void add(TurnEvent.PassagesFound found) {
            searched = searched == null
                    ? new Searched(found.documents(), found.passages())
                    : new Searched(
                            Math.max(searched.documents(), found.documents()), searched.passages() + found.passages());
        }

        private static Part pending(PlannedPart part) {
            return new Part(part.agent(), part.request(), part.dependsOn(), PartStatus.PENDING);
        }

        private void mark(int index, PartStatus status) {
            Part part = parts.get(index);
            parts.set(index, new Part(part.agent(), part.request(), part.dependsOn(), status));
        }

        /** What had not finished when the turn ended never will. */
        private Part atTheEnd(Part part) {
            boolean open = part.status() == PartStatus.RUNNING || part.status() == PartStatus.PENDING;
            if (!open || status() == TurnStatus.RUNNING) {
                return part;
            }
            boolean failed = error != null && part.status() == PartStatus.RUNNING;
            PartStatus status = failed ? PartStatus.FAILED : PartStatus.STOPPED;
            return new Part(part.agent(), part.request(), part.dependsOn(), status);
        }

        private TurnStatus status() {
            if (error != null) {
                return TurnStatus.FAILED;
            }
            return finished == null ? TurnStatus.RUNNING : finished.status();
        }

        TurnView view() {
            if (!(first.event() instanceof TurnEvent.TurnStarted start)) {
                throw new IllegalStateException("turn " + first.turn() + " does not begin with its start");
            }
            return new TurnView(
                    first.turn(),
                    start.sessionId(),
                    start.question(),
                    start.agent(),
                    start.asOf(),
                    Objects.requireNonNullElse(start.attachments(), List.of()),
                    status(),
                    modelUsed ? Mode.MODEL : start.mode(),
                    start.language(),
                    text.toString().strip(),
                    finished != null && finished.refused(),
                    clarification,
                    parts.stream().map(this::atTheEnd).toList(),
                    List.copyOf(citations),
                    List.copyOf(tools.values()),
                    List.copyOf(notices),
                    finished == null ? 0 : finished.supported(),
                    finished == null ? 0 : finished.struck(),
                    finished == null ? 0 : finished.unsourced(),
                    searched,
                    suggestions,
                    error,
                    first.at(),
                    Duration.between(first.at(), last));
        }
    }
}
