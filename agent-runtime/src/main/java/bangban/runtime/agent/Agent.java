package bangban.runtime.agent;

/** A specialist: it understands a request, gathers evidence and composes an answer, all through its {@link TurnContext}. */
public interface Agent {

    /** As in {@code config/agents/<name>.yaml}. */
    String name();

    /** Runs on a virtual thread; an interrupt means that the turn was stopped. */
    void run(TurnContext turn);
}
