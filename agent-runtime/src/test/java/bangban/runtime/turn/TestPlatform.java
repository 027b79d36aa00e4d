package bangban.runtime.turn;

import bangban.config.LocalText;
import bangban.config.agents.AgentCatalog;
import bangban.config.agents.AgentDefinition;
import bangban.runtime.agent.Agent;
import bangban.runtime.agent.AgentRegistry;
import bangban.runtime.audit.AuditLog;
import bangban.runtime.identity.Principal;
import bangban.runtime.route.RoutableAgent;
import bangban.runtime.route.Router;
import bangban.runtime.route.TrainingCache;
import bangban.runtime.session.Sessions;
import bangban.runtime.store.TestClock;
import bangban.runtime.store.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An engine over an empty database with the agents policy, data and general; bid and fault are configured but not installed. */
final class TestPlatform implements AutoCloseable {

    private static final List<AgentDefinition> DEFINITIONS = List.of(
            definition("policy", "年假有几天", "出差住宿标准", "印章怎么借", "招待费标准", "报销流程是什么"),
            definition("data", "上月产量", "本月利润", "燃料比是多少", "库存余额", "电耗趋势"),
            definition("bid", "标书雷同", "比对标书", "串标迹象", "评标报告", "供应商关系"),
            standIn("policy", definition("fault", "风口漏水", "电机过热", "皮带跑偏", "报警代码", "液压站油温高")),
            definition("general", "你好", "谢谢", "你是谁", "再见", "在吗"));

    private static final Router ROUTER = new Router(
            DEFINITIONS.stream()
                    .map(agent -> new RoutableAgent(agent.name(), agent.aliases(), agent.examples()))
                    .toList(),
            List.of("讲个笑话", "今天天气怎么样", "红烧肉怎么做", "推荐一部电影", "双色球开什么号"),
            List.of(),
            "general",
            new LetterEncoder(),
            TrainingCache.none());

    final TestClock clock = new TestClock();
    final JdbcClient jdbc = TestDatabase.open();
    final FailingTurnLog stored = new FailingTurnLog(new JdbcTurnLog(jdbc, clock));
    final EndKeepingTurnLog log = new EndKeepingTurnLog(stored, clock, Duration.ofDays(1));
    final Sessions sessions = new Sessions(jdbc, clock);
    final FakeAgent policy = new FakeAgent("policy", turn -> {});
    final FakeAgent data = new FakeAgent("data", turn -> {});
    final FakeAgent general = new FakeAgent("general", turn -> {});
    final TurnEngine engine;

    TestPlatform() {
        engine = engine(policy, data, general);
    }

    /** Another over the same database, as after a restart. */
    TurnEngine engine(Agent... agents) {
        return new TurnEngine(
                jdbc,
                log,
                sessions,
                new AuditLog(jdbc, clock),
                ROUTER,
                new AgentCatalog(DEFINITIONS, List.of()),
                new AgentRegistry(List.of(agents)),
                clock);
    }

    private static AgentDefinition definition(String name, String... examples) {
        LocalText title = new LocalText(name + "专员", name + " agent");
        return new AgentDefinition(
                name, title, title, List.of(), List.of(examples), Map.of(), name.equals("policy"), null);
    }

    private static AgentDefinition standIn(String name, AgentDefinition of) {
        return new AgentDefinition(
                of.name(), of.title(), of.description(), of.aliases(), of.examples(), of.suggestions(), false, name);
    }

    String session(Principal owner) {
        return sessions.add(owner).id();
    }

    /** Asks the policy agent and waits for the end. */
    TurnView ask(String session, String question, Principal asker) {
        return view(engine.start(session, new TurnRequest(question, "policy", null, null), asker), asker);
    }

    TurnView view(TurnId turn, Principal asker) {
        awaitEnd(turn);
        return engine.view(turn, asker);
    }

    void awaitEnd(TurnId turn) {
        CountDownLatch ended = new CountDownLatch(1);
        try (TurnLog.Watch ignored = log.watch(turn, () -> countDownAtEnd(turn, ended))) {
            countDownAtEnd(turn, ended);
            await(ended);
        }
    }

    private void countDownAtEnd(TurnId turn, CountDownLatch ended) {
        List<LoggedEvent> events = log.read(turn, 0);
        if (!events.isEmpty() && events.getLast().event() instanceof TurnEvent.Terminal) {
            ended.countDown();
        }
    }

    static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new AssertionError("waited 20 seconds in vain");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }

    @Override
    public void close() {
        engine.close();
        log.close();
    }
}
