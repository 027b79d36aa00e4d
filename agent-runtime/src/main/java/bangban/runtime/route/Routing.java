package bangban.runtime.route;

import java.util.List;

/** What the router decided about a message. */
public sealed interface Routing {

    /** How sure the router is, as a calibrated probability: that it is right, or for {@link Unclear} its best guess's. */
    double confidence();

    /** Who shall answer what. */
    record Routed(RoutePlan plan, double confidence, How how) implements Routing {}

    /** Nobody is probable enough: ask which of these was meant, most probable first. */
    record Unclear(List<Choice> choices) implements Routing {

        public Unclear {
            choices = List.copyOf(choices);
            if (choices.isEmpty()) {
                throw new IllegalArgumentException("an unclear routing needs choices");
            }
        }

        @Override
        public double confidence() {
            return choices.getFirst().probability();
        }
    }

    /** No agent's business. */
    record OutOfScope(double confidence) implements Routing {}

    record Choice(String agent, double probability) {}

    enum How {
        /** The message names the agent. */
        MENTION,
        /** The user picked the agent outside of the message. */
        CHOSEN,
        /** A short message that goes on with the previous turn. */
        FOLLOW_UP,
        CLASSIFIED
    }
}
