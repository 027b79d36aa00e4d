package bangban.runtime.agent;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question back, with what may be chosen. */
public record Clarification(String question, List<Choice> choices) {

    public Clarification {
        choices = List.copyOf(choices);
    }

    /**
     * @param label what the button says
     * @param text what is sent when it is chosen
     * @param agent who shall answer then, null where the router decides
     */
    public record Choice(
            String label, String text, @Nullable String agent) {}
}
