package bangban.web.chat;

import bangban.runtime.turn.LoggedEvent;
import bangban.runtime.turn.TurnEvent;
import bangban.runtime.turn.TurnView;
import bangban.web.chat.AgUiEvent.Custom;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** One turn's events in the words of AG-UI, one for one, so that sequence numbers stay what they are. */
final class AgUiTranslation {

    private final TurnView turn;
    private final Supplier<TurnView> ended;
    private final Map<Integer, String> agents = new HashMap<>();

    /**
     * @param turn as it is when reading begins
     * @param ended the turn when its last event has been read
     */
    AgUiTranslation(TurnView turn, Supplier<TurnView> ended) {
        this.turn = turn;
        this.ended = ended;
        for (int i = 0; i < turn.parts().size(); i++) {
            agents.put(i, turn.parts().get(i).agent());
        }
    }

    AgUiEvent of(LoggedEvent logged) {
        long at = logged.at().toEpochMilli();
        String id = turn.id().value();
        return switch (logged.event()) {
            case TurnEvent.TurnStarted ignored -> new AgUiEvent.RunStarted(turn.sessionId(), id, at);
            case TurnEvent.RouteDecided route -> {
                var parts = route.parts().stream().map(TurnJson::planned).toList();
                yield new Custom("route", new AgUiEvent.Route(parts, route.confidence()), at);
            }
            case TurnEvent.PartStarted part -> {
                agents.put(part.part(), part.agent());
                yield new AgUiEvent.StepStarted(step(part.part()), at);
            }
            case TurnEvent.PartFinished part -> new AgUiEvent.StepFinished(step(part.part()), at);
            case TurnEvent.ToolStarted tool -> new AgUiEvent.ToolCallStart(call(tool.call()), tool.tool(), at);
            case TurnEvent.ToolFinished tool -> new AgUiEvent.ToolCallEnd(call(tool.call()), tool.tool(), at);
            case TurnEvent.PassagesFound found ->
                new Custom("passages", new TurnView.Searched(found.documents(), found.passages()), at);
            case TurnEvent.ModelUsed ignored -> new Custom("mode", TurnJson.lower(TurnEvent.Mode.MODEL), at);
            case TurnEvent.Cited cited ->
                new Custom("citation", TurnJson.CitationJson.of(cited.n(), cited.evidence()), at);
            case TurnEvent.TextDelta delta ->
                new AgUiEvent.TextMessageChunk(id + ":" + delta.part(), "assistant", delta.text(), at);
            case TurnEvent.ClarificationAsked asked -> new Custom("clarification", asked.clarification(), at);
            case TurnEvent.Notice notice -> new Custom("notice", TurnJson.NoticeJson.of(notice.notice()), at);
            case TurnEvent.Suggested suggested -> new Custom("suggestions", suggested.questions(), at);
            case TurnEvent.TurnFinished ignored ->
                new AgUiEvent.RunFinished(turn.sessionId(), id, TurnJson.of(ended.get()), at);
            case TurnEvent.TurnFailed failed -> {
                TurnJson.ErrorJson error = TurnJson.ErrorJson.of(failed.code(), turn.language());
                yield new AgUiEvent.RunError(error.message(), error.code(), at);
            }
        };
    }

    private String step(int part) {
        return part + ":" + agents.getOrDefault(part, "");
    }

    private String call(int call) {
        return turn.id().value() + "#" + call;
    }
}
