package bangban.runtime.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bangban.runtime.error.ErrorCode;
import bangban.runtime.error.PlatformException;
import bangban.runtime.identity.People;
import bangban.runtime.store.TestClock;
import bangban.runtime.store.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SessionsTest {

    private final TestClock clock = new TestClock();
    private final JdbcClient jdbc = TestDatabase.open();
    private final Sessions sessions = new Sessions(jdbc, clock);

    @Test
    void aNewSessionHasNoTitleUntilTheFirstQuestion() {
        Session session = sessions.add(People.STAFF);
        assertThat(session.title()).isEmpty();

        sessions.asked(session.id(), "年假有几天");
        sessions.asked(session.id(), "那婚假呢");

        assertThat(sessions.of(session.id(), People.STAFF).title()).isEqualTo("年假有几天");
    }

    @Test
    void aLongFirstQuestionIsShortenedWithoutBreakingACharacter() {
        Session session = sessions.add(People.STAFF);

        sessions.asked(session.id(), "𠮷".repeat(100));

        String title = sessions.of(session.id(), People.STAFF).title();
        assertThat(title).isEqualTo("𠮷".repeat(59) + "…");
    }

    @Test
    void aNameOfTheGreatestLengthIsKeptWhole() {
        String id = sessions.add(People.STAFF).id();
        String name = "长".repeat(Sessions.LONGEST_TITLE);

        assertThat(sessions.rename(id, name, People.STAFF).title()).isEqualTo(name);
    }

    @Test
    void forEveryoneElseASessionDoesNotExist() {
        String id = sessions.add(People.STAFF).id();

        assertNotFound(() -> sessions.of(id, People.BUYER));
        assertNotFound(() -> sessions.rename(id, "我的", People.BUYER));
        assertNotFound(() -> sessions.delete(id, People.BUYER));
        assertNotFound(() -> sessions.list(People.BUYER, id, 10));
        assertThat(sessions.of(id, People.STAFF).title()).isEmpty();
        assertThat(sessions.list(People.BUYER, null, 10)).isEmpty();
    }

    @Test
    void theLatestUsedComesFirstAndPagesJoinWithoutGapOrRepetition() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            made.add(sessions.add(People.STAFF).id());
        }
        sessions.asked(made.getFirst(), "又问了一次");
        sessions.add(People.BUYER);

        List<String> seen = new ArrayList<>();
        for (String before = null; ; before = seen.getLast()) {
            List<Session> page = sessions.list(People.STAFF, before, 3);
            page.forEach(session -> seen.add(session.id()));
            if (page.size() < 3) {
                break;
            }
        }

        assertThat(seen).hasSize(7).containsExactlyInAnyOrderElementsOf(made);
        assertThat(seen.getFirst()).isEqualTo(made.getFirst());
    }

    @Test
    void pagesJoinEvenWhereTimesAreEqual() {
        for (int i = 0; i < 5; i++) {
            sessions.add(People.STAFF);
        }
        jdbc.sql("update session set updated_at = created_at").update();
        jdbc.sql("update session set updated_at = (select min(created_at) from session)")
                .update();

        List<String> seen = new ArrayList<>();
        for (String before = null; seen.size() < 5; before = seen.getLast()) {
            sessions.list(People.STAFF, before, 2).forEach(session -> seen.add(session.id()));
        }

        assertThat(seen).doesNotHaveDuplicates().hasSize(5);
    }

    @Test
    void aNewNameStaysWhateverIsAskedThen() {
        String id = sessions.add(People.STAFF).id();

        sessions.rename(id, "  差旅\n问题 ", People.STAFF);
        clock.forward(Duration.ofHours(1));
        sessions.asked(id, "别的问题");

        assertThat(sessions.of(id, People.STAFF).title()).isEqualTo("差旅 问题");
    }

    @Test
    void aDeletedSessionIsGoneWithItsTurnsAndTheirEvents() {
        String id = sessions.add(People.STAFF).id();
        jdbc.sql("insert into turn values ('t', ?, 'staff', 'q', null, null, false, null, '', current_timestamp, null)")
                .param(id)
                .update();
        jdbc.sql("insert into turn_event values ('t', 1, current_timestamp, '{}')")
                .update();

        sessions.delete(id, People.STAFF);

        assertNotFound(() -> sessions.of(id, People.STAFF));
        assertThat(jdbc.sql("select count(*) from turn").query(Long.class).single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from turn_event").query(Long.class).single())
                .isZero();
    }

    private static void assertNotFound(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PlatformException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }
}
