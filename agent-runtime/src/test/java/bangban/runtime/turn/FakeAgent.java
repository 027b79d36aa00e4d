package bangban.runtime.turn;

import bangban.runtime.agent.Agent;
import bangban.runtime.agent.Question;
import bangban.runtime.agent.TurnContext;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Does what a test tells it to and remembers what it was asked. */
final class FakeAgent implements Agent {

    final List<Question> asked = new CopyOnWriteArrayList<>();

    private final String name;
    private volatile Consumer<TurnContext> behaviour;

    FakeAgent(String name, Consumer<TurnContext> behaviour) {
        this.name = name;
        this.behaviour = behaviour;
    }

    void will(Consumer<TurnContext> next) {
        behaviour = next;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void run(TurnContext turn) {
        asked.add(turn.question());
        behaviour.accept(turn);
    }
}
