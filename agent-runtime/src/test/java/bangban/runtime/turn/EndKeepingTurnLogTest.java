package bangban.runtime.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bangban.runtime.error.ErrorCode;
import bangban.runtime.identity.People;
import bangban.runtime.session.Session;
import bangban.runtime.session.Sessions;
import bangban.runtime.store.TestClock;
import bangban.runtime.store.TestDatabase;
import bangban.runtime.turn.TurnEvent.TurnStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class EndKeepingTurnLogTest extends TurnLogContract {

    private static final TurnEvent TEXT = new TurnEvent.TextDelta(0, "一");
    private static final TurnEvent END = new TurnEvent.TurnFinished(TurnStatus.FINISHED, false, 0, 0, 0);
    private static final TurnEvent NOT_STORED = new TurnEvent.TurnFailed(ErrorCode.NOT_STORED);

    private final JdbcClient jdbc = TestDatabase.open();
    private final TestClock clock = new TestClock();
    private final TurnLog stored = new JdbcTurnLog(jdbc, clock);
    private final FailingTurnLog failing = new FailingTurnLog(stored);
    private final EndKeepingTurnLog log = new EndKeepingTurnLog(failing, clock, Duration.ofDays(1));
    private final Session session = new Sessions(jdbc, clock).add(People.STAFF);
    private final Turns turns = new Turns(jdbc, clock);

    @AfterEach
    void close() {
        log.close();
    }

    @Override
    TurnLog log() {
        return log;
    }

    @Override
    TurnId newTurn() {
        return turns.add(session, new TurnRequest("问题")).id();
    }

    private static List<TurnEvent> events(TurnLog log, TurnId turn) {
        return log.read(turn, 0).stream().map(LoggedEvent::event).toList();
    }

    @Test
    void readersAreToldOfAnEndThatCannotBeStored() {
        TurnId turn = newTurn();
        log.append(turn, TEXT);
        failing.refuse(event -> true);
        List<List<TurnEvent>> seen = new ArrayList<>();

        try (TurnLog.Watch ignored = log.watch(turn, () -> seen.add(events(log, turn)))) {
            log.append(turn, END);
        }

        assertThat(seen).containsExactly(List.of(TEXT, NOT_STORED));
        assertThat(log.read(turn, 1)).extracting(LoggedEvent::sequence).containsExactly(2L);
        assertThat(log.read(turn, 2)).isEmpty();
        assertThat(events(stored, turn)).containsExactly(TEXT);
    }

    @Test
    void theEndIsStoredOnceAppendingWorksAgain() {
        TurnId turn = newTurn();
        log.append(turn, TEXT);
        failing.refuse(event -> true);
        log.append(turn, END);

        log.storeEnds();
        assertThat(events(stored, turn)).containsExactly(TEXT);
        failing.refuse(event -> false);
        log.storeEnds();
        log.storeEnds();

        assertThat(events(stored, turn)).containsExactly(TEXT, NOT_STORED);
        assertThat(events(log, turn)).containsExactly(TEXT, NOT_STORED);
    }

    @Test
    void whoHasBegunToReadIsToldTheEndThoughNothingCanBeRead() {
        TurnId turn = newTurn();
        log.append(turn, TEXT);
        failing.refuse(event -> true);
        failing.readable(false);

        log.append(turn, END);

        assertThat(log.read(turn, 1)).extracting(LoggedEvent::event).containsExactly(NOT_STORED);
        assertThatThrownBy(() -> log.read(turn, 0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsNoEndIsRefusedLikeBefore() {
        TurnId turn = newTurn();
        failing.refuse(event -> true);

        assertThatThrownBy(() -> log.append(turn, TEXT)).isInstanceOf(IllegalStateException.class);

        assertThat(log.read(turn, 0)).isEmpty();
    }

    @Test
    void closingTriesOnceMore() {
        TurnId turn = newTurn();
        failing.refuse(event -> true);
        log.append(turn, END);
        failing.refuse(event -> false);

        log.close();

        assertThat(events(stored, turn)).containsExactly(NOT_STORED);
    }
}
