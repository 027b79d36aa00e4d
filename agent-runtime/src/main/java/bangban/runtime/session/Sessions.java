package bangban.runtime.session;

import bangban.runtime.error.ErrorCode;
import bangban.runtime.error.PlatformException;
import bangban.runtime.identity.Principal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sessions, each seen by its owner alone: to everyone else it does not exist. */
public final class Sessions {

    /** In UTF-16 units, as the API and the portal count; longer ones are shortened. */
    public static final int LONGEST_TITLE = 120;

    private final JdbcClient jdbc;
    private final Clock clock;

    public Sessions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Session add(Principal owner) {
        String id = UUID.randomUUID().toString();
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("insert into session (id, username, title, created_at, updated_at) values (?, ?, '', ?, ?)")
                .params(id, owner.user(), now, now)
                .update();
        return of(id, owner);
    }

    /** @throws PlatformException NOT_FOUND where it is not there or another's */
    public Session of(String id, Principal owner) {
        return jdbc.sql("select * from session where id = ? and username = ?")
                .params(id, owner.user())
                .query((row, n) -> session(row))
                .optional()
                .orElseThrow(() -> new PlatformException(ErrorCode.NOT_FOUND, "session " + id));
    }

    /**
     * The owner's sessions, the latest first.
     *
     * @param before the id of the last session of the page before, null for the first page
     */
    public List<Session> list(Principal owner, @Nullable String before, int limit) {
        Optional<Session> last = before == null ? Optional.empty() : Optional.of(of(before, owner));
        Instant until = last.map(Session::updatedAt).orElse(Instant.parse("9999-01-01T00:00:00Z"));
        return jdbc.sql("""
                select * from session
                where username = :user and (updated_at < :until or (updated_at = :until and id < :id))
                order by updated_at desc, id desc limit :limit""")
                .param("user", owner.user())
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("id", last.map(Session::id).orElse(""))
                .param("limit", limit)
                .query((row, n) -> session(row))
                .list();
    }

    public Session rename(String id, String title, Principal owner) {
        jdbc.sql("update session set title = ? where id = ? and username = ?")
                .params(shortened(title), id, owner.user())
                .update();
        return of(id, owner);
    }

    public void delete(String id, Principal owner) {
        of(id, owner);
        jdbc.sql("delete from session where id = ? and username = ?")
                .params(id, owner.user())
                .update();
    }

    /** Notes that something was asked; the first question names the session. */
    public void asked(String id, String question) {
        jdbc.sql("update session set updated_at = ?, title = case when title = '' then ? else title end where id = ?")
                .params(OffsetDateTime.now(clock), shortened(question), id)
                .update();
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= LONGEST_TITLE) {
            return line;
        }
        int end = LONGEST_TITLE - 1;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                row.getString("id"),
                row.getString("username"),
                row.getString("title"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
