package bangban.web.http;

import bangban.runtime.agent.Agent;
import bangban.runtime.agent.TurnContext;
import bangban.runtime.verify.Statement;
import java.util.concurrent.CountDownLatch;
import org.springframework.stereotype.Component;

/** Says two sentences; asked to wait, it waits between them until it is told to go on. */
@Component
final class ScriptedAgent implements Agent {

    static final String NAME = "scripted";

    private final CountDownLatch goOn = new CountDownLatch(1);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(TurnContext turn) {
        turn.say(Statement.frame("你好。"));
        if (turn.question().text().contains("等一等")) {
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        turn.say(Statement.frame("再见。"));
    }
}
