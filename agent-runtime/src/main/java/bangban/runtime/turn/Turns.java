package bangban.runtime.turn;

import bangban.runtime.agent.Attachment;
import bangban.runtime.error.ErrorCode;
import bangban.runtime.error.PlatformException;
import bangban.runtime.identity.Principal;
import bangban.runtime.session.Session;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The turns there are and whose they are; what happened in them is in the {@link TurnLog}. */
final class Turns {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Clock clock;

    Turns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A turn's row. */
    record Entry(TurnId id, String sessionId, String username, TurnRequest request, Instant startedAt) {}

    /** A turn that was added, or the one that the same key made before. */
    record Added(TurnId id, boolean isNew) {}

    /** @throws PlatformException KEY_REUSED where the key came with other content before */
    Added add(Session session, TurnRequest request) {
        TurnId id = TurnId.random();
        String hash = hash(request);
        try {
            jdbc.sql("""
                    insert into turn (id, session_id, username, question, agent, as_of, attachments, open, idempotency_key, body_hash, started_at)
                    values (:id, :session, :user, :question, :agent, :asOf, :attachments, true, :key, :hash, :now)""")
                    .param("id", id.value())
                    .param("session", session.id())
                    .param("user", session.username())
                    .param("question", request.text())
                    .param("agent", request.agent())
                    .param("asOf", request.asOf())
                    .param("attachments", written(request.attachments()))
                    .param("key", request.idempotencyKey())
                    .param("hash", hash)
                    .param("now", OffsetDateTime.now(clock))
                    .update();
            return new Added(id, true);
        } catch (DuplicateKeyException e) {
            return repeated(session, request.idempotencyKey(), hash, e);
        }
    }

    private Added repeated(Session session, @Nullable String key, String hash, DuplicateKeyException cause) {
        return jdbc.sql("select id, body_hash from turn where session_id = :session and idempotency_key = :key")
                .param("session", session.id())
                .param("key", key)
                .query((row, n) -> {
                    if (!row.getString("body_hash").equals(hash)) {
                        throw new PlatformException(ErrorCode.KEY_REUSED, "idempotency key " + key);
                    }
                    return new Added(new TurnId(row.getString("id")), false);
                })
                .optional()
                .orElseThrow(() -> cause);
    }

    void close(TurnId id) {
        jdbc.sql("update turn set open = false where id = ?").param(id.value()).update();
    }

    List<Entry> open() {
        return jdbc.sql("select * from turn where open")
                .query((row, n) -> entry(row))
                .list();
    }

    List<TurnId> open(Session session) {
        return jdbc.sql("select id from turn where session_id = ? and open")
                .param(session.id())
                .query((row, n) -> new TurnId(row.getString("id")))
                .list();
    }

    Optional<Entry> find(TurnId id, Principal owner) {
        return jdbc.sql("select * from turn where id = ? and username = ?")
                .params(id.value(), owner.user())
                .query((row, n) -> entry(row))
                .optional();
    }

    /** The session's turns behind the one given, the earliest first. */
    List<Entry> list(Session session, @Nullable Entry after, int limit) {
        Instant from = after == null ? Instant.EPOCH : after.startedAt();
        return jdbc.sql("""
                select * from turn
                where session_id = :session and (started_at > :from or (started_at = :from and id > :id))
                order by started_at, id limit :limit""")
                .param("session", session.id())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("id", after == null ? "" : after.id().value())
                .param("limit", limit)
                .query((row, n) -> entry(row))
                .list();
    }

    /** The session's last turns but for one, the earliest first. */
    List<Entry> before(String sessionId, TurnId except, int limit) {
        return jdbc.sql("select * from turn where session_id = ? and id <> ? order by started_at desc, id desc limit ?")
                .params(sessionId, except.value(), limit)
                .query((row, n) -> entry(row))
                .list()
                .reversed();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                new TurnId(row.getString("id")),
                row.getString("session_id"),
                row.getString("username"),
                new TurnRequest(
                        row.getString("question"),
                        row.getString("agent"),
                        row.getObject("as_of", LocalDate.class),
                        row.getString("idempotency_key"),
                        attachments(row.getString("attachments"))),
                row.getObject("started_at", OffsetDateTime.class).toInstant());
    }

    /** True where files came with a message of the session. */
    boolean hasAttachments(Session session) {
        return jdbc.sql("select count(*) from turn where session_id = ? and attachments is not null")
                        .param(session.id())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static @Nullable String written(List<Attachment> attachments) {
        return attachments.isEmpty() ? null : JSON.writeValueAsString(attachments);
    }

    private static List<Attachment> attachments(@Nullable String written) {
        return written == null ? List.of() : JSON.readValue(written, new TypeReference<>() {});
    }

    private static String hash(TurnRequest request) {
        LocalDate asOf = request.asOf();
        String files = request.attachments().isEmpty()
                ? ""
                : request.attachments().stream()
                        .map(Attachment::fileId)
                        .collect(Collectors.joining("\u0000", "\u0000", ""));
        String body = request.text() + '\u0000' + request.agent() + '\u0000' + asOf + files;
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
