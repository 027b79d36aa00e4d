package bangban.runtime.turn;

import bangban.language.sentence.Language;
import bangban.runtime.agent.Attachment;
import bangban.runtime.agent.Clarification;
import bangban.runtime.agent.Effect;
import bangban.runtime.error.ErrorCode;
import bangban.runtime.verify.Evidence;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a turn, in order. The log stores these; every channel is a reader of it. The simple class name is the stored type,
 * so renaming a case needs a migration.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface TurnEvent {

    /**
     * Always the first; its mode is how every turn begins, see {@link ModelUsed}.
     *
     * @param agent who was asked directly, null where the router decides
     * @param attachments the files that came with the question; null in turns from before there were any
     */
    record TurnStarted(
            String sessionId,
            String question,
            Language language,
            @Nullable LocalDate asOf,
            Mode mode,
            @Nullable String agent,
            @Nullable List<Attachment> attachments)
            implements TurnEvent {}

    record RouteDecided(List<PlannedPart> parts, double confidence) implements TurnEvent {}

    record PartStarted(int part, String agent) implements TurnEvent {}

    record ToolStarted(int part, int call, String tool, Effect effect) implements TurnEvent {}

    record ToolFinished(int part, int call, String tool, boolean succeeded, long tookMillis) implements TurnEvent {}

    record PassagesFound(int part, int documents, int passages) implements TurnEvent {}

    /** Comes before the first text that a language model wrote for the part; from then on the turn's mode is MODEL. */
    record ModelUsed(int part) implements TurnEvent {}

    /** Comes before the text that carries its mark. */
    record Cited(int n, Evidence evidence) implements TurnEvent {}

    record TextDelta(int part, String text) implements TurnEvent {}

    record ClarificationAsked(Clarification clarification) implements TurnEvent {}

    record Notice(bangban.runtime.agent.Notice notice) implements TurnEvent {}

    record Suggested(List<String> questions) implements TurnEvent {}

    record PartFinished(int part, PartStatus status) implements TurnEvent {}

    /** Exactly one of these ends every turn. */
    sealed interface Terminal extends TurnEvent {}

    /**
     * @param supported factual statements that were said
     * @param struck statements that were not said because nothing supported them
     * @param unsourced statements that a model said from itself; 0 in turns from before there were any
     */
    record TurnFinished(TurnStatus status, boolean refused, int supported, int struck, int unsourced)
            implements Terminal {}

    record TurnFailed(ErrorCode code) implements Terminal {}

    /** Whether a language model had a hand in it. */
    enum Mode {
        GROUNDED,
        MODEL
    }

    /** How far a part is. */
    enum PartStatus {
        PENDING,
        RUNNING,
        FINISHED,
        FAILED,
        STOPPED
    }

    /** How far a turn is. */
    enum TurnStatus {
        RUNNING,
        FINISHED,
        FAILED,
        STOPPED,
        WAITING
    }

    /** A part of the route plan; {@code dependsOn} are indexes of parts before it. */
    record PlannedPart(String agent, String request, List<Integer> dependsOn) {

        public PlannedPart {
            dependsOn = List.copyOf(dependsOn);
        }
    }
}
