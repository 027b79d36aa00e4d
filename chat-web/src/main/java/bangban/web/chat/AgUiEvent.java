package bangban.web.chat;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;

/** The events of the AG-UI protocol that a turn needs; times are milliseconds since 1970. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
sealed interface AgUiEvent {

    @JsonTypeName("RUN_STARTED")
    record RunStarted(String threadId, String runId, long timestamp) implements AgUiEvent {}

    @JsonTypeName("STEP_STARTED")
    record StepStarted(String stepName, long timestamp) implements AgUiEvent {}

    @JsonTypeName("STEP_FINISHED")
    record StepFinished(String stepName, long timestamp) implements AgUiEvent {}

    @JsonTypeName("TEXT_MESSAGE_CHUNK")
    record TextMessageChunk(String messageId, String role, String delta, long timestamp) implements AgUiEvent {}

    @JsonTypeName("TOOL_CALL_START")
    record ToolCallStart(String toolCallId, String toolCallName, long timestamp) implements AgUiEvent {}

    @JsonTypeName("TOOL_CALL_END")
    record ToolCallEnd(String toolCallId, String toolCallName, long timestamp) implements AgUiEvent {}

    /** What AG-UI has no event for. */
    @JsonTypeName("CUSTOM")
    record Custom(String name, Object value, long timestamp) implements AgUiEvent {}

    @JsonTypeName("RUN_FINISHED")
    record RunFinished(String threadId, String runId, TurnJson result, long timestamp) implements AgUiEvent {}

    @JsonTypeName("RUN_ERROR")
    record RunError(String message, String code, long timestamp) implements AgUiEvent {}

    /** The value of {@code CUSTOM route}. */
    record Route(List<TurnJson.PartJson> parts, double confidence) {}
}
