package bangban.runtime.turn;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.runtime.identity.People;
import bangban.runtime.session.Session;
import bangban.runtime.session.Sessions;
import bangban.runtime.store.TestClock;
import bangban.runtime.store.TestDatabase;
import java.time.OffsetDateTime;
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

    @Test
    void eventsThatAnEarlierVersionStoredCanBeRead() {
        TurnId turn = newTurn();
        store(turn, 1, """
                {"type":"TurnStarted","sessionId":"s","question":"年假","language":"CHINESE","asOf":null,"mode":"GROUNDED"}""");
        store(turn, 2, """
                {"type":"TurnFinished","status":"FINISHED","refused":false,"supported":3,"struck":1}""");

        assertThat(TurnView.of(log.read(turn, 0)))
                .extracting(TurnView::mode, TurnView::supported, TurnView::unsourced)
                .containsExactly(TurnEvent.Mode.GROUNDED, 3, 0);
    }

    private void store(TurnId turn, long sequence, String body) {
        jdbc.sql("insert into turn_event (turn_id, sequence, at, body) values (?, ?, ?, ?)")
                .params(turn.value(), sequence, OffsetDateTime.now(clock), body)
                .update();
    }
}
