package bangban.runtime.turn;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.runtime.identity.People;
import bangban.runtime.session.Session;
import bangban.runtime.session.Sessions;
import bangban.runtime.store.TestClock;
import bangban.runtime.store.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcTurnLogTest extends TurnLogContract {

    private final JdbcClient jdbc = TestDatabase.open();
    private final TestClock clock = new TestClock();
    private final TurnLog log = new JdbcTurnLog(jdbc, clock);
    private final Session session = new Sessions(jdbc, clock).add(People.STAFF);
    private final Turns turns = new Turns(jdbc, clock);

    @Override
    TurnLog log() {
        return log;
    }

    @Override
    TurnId newTurn() {
        return turns.add(session, new TurnRequest("问题")).id();
    }

    @Test
    void anotherLogOverTheSameTablesReadsAndGoesOn() {
        TurnId turn = newTurn();
        log.append(turn, new TurnEvent.TextDelta(0, "一"));

        TurnLog afterRestart = new JdbcTurnLog(jdbc, clock);
        LoggedEvent next = afterRestart.append(turn, new TurnEvent.TextDelta(0, "二"));

        assertThat(next.sequence()).isEqualTo(2);
        assertThat(log.read(turn, 0)).hasSize(2);
    }
}
