package bangban.runtime.feedback;

import bangban.config.organisation.Clearance;
import bangban.runtime.error.ErrorCode;
import bangban.runtime.error.PlatformException;
import bangban.runtime.identity.Accounts;
import bangban.runtime.identity.Principal;
import bangban.runtime.turn.TurnId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Feedback on turns, one from whoever asked: they alone give, change and take it back. */
public final class Feedbacks {

    public static final int LONGEST_COMMENT = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;

    public Feedbacks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Gives feedback, or changes what was given.
     *
     * @param comment at most {@value LONGEST_COMMENT} characters
     * @throws PlatformException NOT_FOUND where the turn is not there or another's
     */
    public Feedback give(
            TurnId turn, boolean useful, Feedback.@Nullable Reason reason, @Nullable String comment, Principal owner) {
        requireOwn(turn, owner);
        OffsetDateTime now = OffsetDateTime.now(clock);
        Feedback feedback = new Feedback(useful, reason, comment, now.toInstant());
        if (!change(turn, feedback, now, owner)) {
            try {
                add(turn, feedback, now, owner);
            } catch (DuplicateKeyException e) {
                // given twice at once: the later one counts
                change(turn, feedback, now, owner);
            }
        }
        return feedback;
    }

    private boolean change(TurnId turn, Feedback feedback, OffsetDateTime now, Principal owner) {
        return written("""
                update turn_feedback set useful = :useful, reason = :reason, remark = :remark, given_at = :now
                where turn_id = :turn and username = :user""", turn, feedback, now, owner) > 0;
    }

    private void add(TurnId turn, Feedback feedback, OffsetDateTime now, Principal owner) {
        written("""
                insert into turn_feedback (turn_id, username, useful, reason, remark, given_at)
                values (:turn, :user, :useful, :reason, :remark, :now)""", turn, feedback, now, owner);
    }

    private int written(String sql, TurnId turn, Feedback feedback, OffsetDateTime now, Principal owner) {
        Feedback.Reason reason = feedback.reason();
        return jdbc.sql(sql)
                .param("turn", turn.value())
                .param("user", owner.user())
                .param("useful", feedback.useful())
                .param("reason", reason == null ? null : reason.name())
                .param("remark", feedback.comment())
                .param("now", now)
                .update();
    }

    /**
     * Takes back what was given; where nothing was, nothing changes.
     *
     * @throws PlatformException NOT_FOUND where the turn is not there or another's
     */
    public void withdraw(TurnId turn, Principal owner) {
        requireOwn(turn, owner);
        jdbc.sql("delete from turn_feedback where turn_id = ? and username = ?")
                .params(turn.value(), owner.user())
                .update();
    }

    public Optional<Feedback> find(TurnId turn, Principal owner) {
        return jdbc.sql("select * from turn_feedback where turn_id = ? and username = ?")
                .params(turn.value(), owner.user())
                .query((row, n) -> feedback(row))
                .optional();
    }

    /** The owner's feedback on the turns of a session. */
    public Map<TurnId, Feedback> ofSession(String session, Principal owner) {
        return jdbc
                .sql("""
                        select f.* from turn_feedback f join turn t on t.id = f.turn_id
                        where t.session_id = ? and f.username = ?""")
                .params(session, owner.user())
                .query((row, n) -> Map.entry(new TurnId(row.getString("turn_id")), feedback(row)))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * What accounts of the reader's org path and below said, the latest first; nothing of accounts whose clearance is above the
     * reader's, since a question may tell what its asker may know.
     *
     * @param before the id of the last one of the page before
     */
    public List<GivenFeedback> list(Principal reader, long before, int limit) {
        return jdbc.sql("""
                select f.id, f.turn_id, f.useful, f.reason, f.remark, f.given_at, t.question, a.*
                from turn_feedback f join turn t on t.id = f.turn_id join account a on a.username = f.username
                where f.id < :before and a.clearance in (:clearances)
                    and (:org = '' or a.org = :org or left(a.org, char_length(:org) + 1) = :org || '/')
                order by f.id desc limit :limit""")
                .param("before", before)
                .param(
                        "clearances",
                        Arrays.stream(Clearance.values())
                                .filter(clearance -> clearance.compareTo(reader.clearance()) <= 0)
                                .map(Clearance::label)
                                .toList())
                .param("org", reader.org().value())
                .param("limit", limit)
                .query((row, n) -> new GivenFeedback(
                        row.getLong("id"),
                        new TurnId(row.getString("turn_id")),
                        row.getString("question"),
                        Accounts.account(row),
                        feedback(row)))
                .list();
    }

    private void requireOwn(TurnId turn, Principal owner) {
        boolean own = jdbc.sql("select count(*) from turn where id = ? and username = ?")
                        .params(turn.value(), owner.user())
                        .query(Long.class)
                        .single()
                > 0;
        if (!own) {
            throw new PlatformException(ErrorCode.NOT_FOUND, "turn " + turn);
        }
    }

    private static Feedback feedback(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return new Feedback(
                row.getBoolean("useful"),
                reason == null ? null : Feedback.Reason.valueOf(reason),
                row.getString("remark"),
                row.getObject("given_at", OffsetDateTime.class).toInstant());
    }
}
