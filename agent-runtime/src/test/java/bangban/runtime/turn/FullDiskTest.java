package bangban.runtime.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bangban.runtime.error.ErrorCode;
import bangban.runtime.identity.People;
import bangban.runtime.turn.TurnEvent.TurnStatus;
import bangban.runtime.verify.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Turns whose log takes nothing more for a while. */
class FullDiskTest {

    private final TestPlatform platform = new TestPlatform();
    private final String session = platform.session(People.STAFF);

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void aTurnWhoseEndCannotBeStoredHasFailed() {
        platform.policy.will(turn -> turn.say(Statement.frame("一")));
        platform.stored.refuse(TurnEvent.Terminal.class::isInstance);

        TurnView turn = platform.ask(session, "出差住宿标准", People.STAFF);

        assertThat(turn.status()).isEqualTo(TurnStatus.FAILED);
        assertThat(turn.error()).isEqualTo(ErrorCode.NOT_STORED);
        assertThat(turn.text()).isEqualTo("一");
    }

    @Test
    void aTurnThatCannotGoOnHasFailedForWantOfStorageAndTheNextOneIsAnswered() {
        platform.policy.will(turn -> {
            turn.say(Statement.frame("一"));
            platform.stored.refuse(event -> true);
            turn.say(Statement.frame("二"));
        });
        TurnView cut = platform.ask(session, "出差住宿标准", People.STAFF);

        platform.stored.refuse(event -> false);
        platform.log.storeEnds();
        platform.policy.will(turn -> turn.say(Statement.frame("三")));
        TurnView next = platform.ask(session, "出差住宿标准", People.STAFF);

        assertThat(cut.error()).isEqualTo(ErrorCode.NOT_STORED);
        assertThat(cut.text()).isEqualTo("一");
        assertThat(platform.engine.view(cut.id(), People.STAFF).error()).isEqualTo(ErrorCode.NOT_STORED);
        assertThat(platform.stored.read(cut.id(), 0).getLast().event()).isInstanceOf(TurnEvent.TurnFailed.class);
        assertThat(next.status()).isEqualTo(TurnStatus.FINISHED);
    }

    @Test
    void aTurnThatCouldNotBeginIsBegunByItsRepetition() {
        TurnRequest request = new TurnRequest("出差住宿标准", "policy", null, "key");
        platform.policy.will(turn -> turn.say(Statement.frame("一")));
        platform.stored.refuse(event -> true);
        assertThatThrownBy(() -> platform.engine.start(session, request, People.STAFF))
                .isInstanceOf(IllegalStateException.class);

        platform.stored.refuse(event -> false);
        TurnId turn = platform.engine.start(session, request, People.STAFF);

        assertThat(platform.view(turn, People.STAFF).text()).isEqualTo("一");
        assertThat(platform.engine.start(session, request, People.STAFF)).isEqualTo(turn);
    }
}
