package bangban.runtime.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.runtime.error.ErrorCode;
import bangban.runtime.error.PlatformException;
import bangban.runtime.feedback.Feedback.Reason;
import bangban.runtime.identity.Accounts;
import bangban.runtime.identity.Principal;
import bangban.runtime.identity.Role;
import bangban.runtime.session.Sessions;
import bangban.runtime.store.TestClock;
import bangban.runtime.store.TestDatabase;
import bangban.runtime.turn.TurnId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class FeedbacksTest {

    private static final Principal WORKER = person("worker", "集团/甲厂/车间", Clearance.INTERNAL);
    private static final Principal STRANGER = person("stranger", "集团/乙厂", Clearance.INTERNAL);
    private static final Principal CHIEF = person("chief", "集团/甲厂", Clearance.CONFIDENTIAL);

    private final TestClock clock = new TestClock();
    private final JdbcClient jdbc = TestDatabase.open();
    private final Sessions sessions = new Sessions(jdbc, clock);
    private final Feedbacks feedbacks = new Feedbacks(jdbc, clock);

    private static Principal person(String name, String org, Clearance clearance) {
        return new Principal(name, name, new OrgPath(org), Set.of(Role.MEMBER), clearance, "zh-CN");
    }

    @BeforeEach
    void makeAccounts() {
        Accounts accounts = new Accounts(jdbc, clock);
        List.of(WORKER, STRANGER, CHIEF).forEach(person -> accounts.add(person, "a-long-password"));
    }

    private TurnId turn(String session, Principal owner) {
        TurnId id = TurnId.random();
        jdbc.sql("""
                insert into turn (id, session_id, username, question, open, body_hash, started_at)
                values (?, ?, ?, '年假有几天', false, '', ?)""")
                .params(id.value(), session, owner.user(), OffsetDateTime.now(clock))
                .update();
        return id;
    }

    private TurnId turn(Principal owner) {
        return turn(sessions.add(owner).id(), owner);
    }

    @Test
    void whatIsGivenCanBeChangedAndTakenBack() {
        TurnId turn = turn(WORKER);

        feedbacks.give(turn, true, null, null, WORKER);
        Feedback changed = feedbacks.give(turn, false, Reason.OUTDATED, "去年改了", WORKER);

        assertThat(feedbacks.find(turn, WORKER)).contains(changed);
        assertThat(changed.reason()).isEqualTo(Reason.OUTDATED);
        assertThat(changed.comment()).isEqualTo("去年改了");
        assertThat(feedbacks.list(CHIEF, Long.MAX_VALUE, 10)).hasSize(1);

        feedbacks.withdraw(turn, WORKER);
        feedbacks.withdraw(turn, WORKER);

        assertThat(feedbacks.find(turn, WORKER)).isEmpty();
    }

    @Test
    void onlyWhoAskedGivesFeedback() {
        TurnId turn = turn(WORKER);

        assertNotFound(() -> feedbacks.give(turn, true, null, null, CHIEF));
        assertNotFound(() -> feedbacks.withdraw(turn, CHIEF));
        assertNotFound(() -> feedbacks.give(TurnId.random(), true, null, null, WORKER));
        assertThat(feedbacks.find(turn, CHIEF)).isEmpty();
    }

    @Test
    void aUsefulAnswerHasNothingWrong() {
        TurnId turn = turn(WORKER);

        assertThatThrownBy(() -> feedbacks.give(turn, true, Reason.WRONG, null, WORKER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(feedbacks.find(turn, WORKER)).isEmpty();
    }

    @Test
    void aSessionsFeedbackIsFoundByTurn() {
        String session = sessions.add(WORKER).id();
        TurnId rated = turn(session, WORKER);
        turn(session, WORKER);
        Feedback given = feedbacks.give(rated, true, null, null, WORKER);
        feedbacks.give(turn(WORKER), true, null, null, WORKER);

        assertThat(feedbacks.ofSession(session, WORKER)).containsOnlyKeys(rated).containsValue(given);
        assertThat(feedbacks.ofSession(session, CHIEF)).isEmpty();
    }

    @Test
    void aReaderSeesWhatTheirUnitsSaidTheLatestFirst() {
        TurnId first = turn(WORKER);
        TurnId second = turn(WORKER);
        feedbacks.give(first, true, null, null, WORKER);
        feedbacks.give(turn(STRANGER), true, null, null, STRANGER);
        feedbacks.give(second, false, Reason.WRONG, null, WORKER);

        List<GivenFeedback> page = feedbacks.list(CHIEF, Long.MAX_VALUE, 1);

        assertThat(page).singleElement().satisfies(given -> {
            assertThat(given.turn()).isEqualTo(second);
            assertThat(given.question()).isEqualTo("年假有几天");
            assertThat(given.by().username()).isEqualTo("worker");
        });
        assertThat(feedbacks.list(CHIEF, page.getLast().id(), 10))
                .extracting(GivenFeedback::turn)
                .containsExactly(first);
    }

    @Test
    void aReaderSeesNothingOfWhoMayKnowMore() {
        feedbacks.give(turn(CHIEF), true, null, null, CHIEF);
        Principal lower = person("lower", "集团/甲厂", Clearance.SECRET);

        assertThat(feedbacks.list(lower, Long.MAX_VALUE, 10)).isEmpty();
        assertThat(feedbacks.list(CHIEF, Long.MAX_VALUE, 10)).hasSize(1);
    }

    @Test
    void feedbackGoesWithItsSession() {
        String session = sessions.add(WORKER).id();
        feedbacks.give(turn(session, WORKER), true, null, null, WORKER);

        sessions.delete(session, WORKER);

        assertThat(feedbacks.list(CHIEF, Long.MAX_VALUE, 10)).isEmpty();
    }

    private static void assertNotFound(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PlatformException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }
}
