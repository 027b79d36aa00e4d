package bangban.knowledge.attach;

import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.knowledge.attach.Attachment.Status;
import bangban.knowledge.ingest.FolderIngestion.Failed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Attachments in the database. Each change is made only to the state that it is meant for, and says whether it was. */
final class AttachmentStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    AttachmentStore(DataSource source) {
        jdbc = JdbcClient.create(source);
    }

    void insert(Attachment attachment) {
        jdbc.sql("""
                        insert into knowledge_attachment (id, owner, org, clearance, file, bytes, status, documents, passages, arguments,
                            failed, added_at)
                        values (:id, :owner, :org, :clearance, :file, :bytes, 'READING', '[]', 0, '[]', '[]', :at)
                        """)
                .param("id", attachment.id())
                .param("owner", attachment.owner())
                .param("org", attachment.org().value())
                .param("clearance", attachment.clearance().ordinal())
                .param("file", attachment.file())
                .param("bytes", attachment.bytes())
                .param("at", attachment.addedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Attachment> find(String id) {
        return jdbc.sql("select * from knowledge_attachment where id = :id")
                .param("id", id)
                .query(AttachmentStore::attachment)
                .optional();
    }

    List<Attachment> reading() {
        return jdbc.sql("select * from knowledge_attachment where status = 'READING' order by added_at")
                .query(AttachmentStore::attachment)
                .list();
    }

    List<Attachment> ofSession(String session, String owner) {
        return jdbc.sql("select * from knowledge_attachment where session = :session and owner = :owner")
                .param("session", session)
                .param("owner", owner)
                .query(AttachmentStore::attachment)
                .list();
    }

    int unsent(String owner) {
        return jdbc.sql("select count(*) from knowledge_attachment where owner = :owner and session is null")
                .param("owner", owner)
                .query(Integer.class)
                .single();
    }

    boolean ready(String id, List<String> documents, int passages, List<Failed> failed) {
        return jdbc.sql("""
                        update knowledge_attachment
                        set status = 'READY', documents = :documents, passages = :passages, failed = :failed
                        where id = :id and status = 'READING'
                        """)
                        .param("documents", JSON.writeValueAsString(documents))
                        .param("passages", passages)
                        .param("failed", JSON.writeValueAsString(failed))
                        .param("id", id)
                        .update()
                > 0;
    }

    boolean fail(String id, String reason, List<Object> arguments) {
        return jdbc.sql("""
                        update knowledge_attachment set status = 'FAILED', reason = :reason, arguments = :arguments
                        where id = :id and status = 'READING'
                        """)
                        .param("reason", reason)
                        .param("arguments", JSON.writeValueAsString(arguments))
                        .param("id", id)
                        .update()
                > 0;
    }

    /** Gives it to a session for good; true also where it has it already. */
    boolean send(String id, String session) {
        return jdbc.sql("""
                        update knowledge_attachment set session = :session
                        where id = :id and status = 'READY' and (session is null or session = :session)
                        """).param("session", session).param("id", id).update() > 0;
    }

    /** From now on it is not sent any more; false where it was. */
    boolean giveUp(String id) {
        return jdbc.sql("update knowledge_attachment set status = 'GIVEN_UP' where id = :id and session is null")
                        .param("id", id)
                        .update()
                > 0;
    }

    void giveUpUnsent(Instant before) {
        jdbc.sql("update knowledge_attachment set status = 'GIVEN_UP' where session is null and added_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Attachment> givenUp() {
        return jdbc.sql("select * from knowledge_attachment where status = 'GIVEN_UP'")
                .query(AttachmentStore::attachment)
                .list();
    }

    void delete(String id) {
        jdbc.sql("delete from knowledge_attachment where id = :id")
                .param("id", id)
                .update();
    }

    private static Attachment attachment(ResultSet row, int number) throws SQLException {
        return new Attachment(
                text(row, "id"),
                text(row, "owner"),
                new OrgPath(text(row, "org")),
                Clearance.values()[row.getInt("clearance")],
                text(row, "file"),
                row.getLong("bytes"),
                Status.valueOf(text(row, "status")),
                row.getString("session"),
                JSON.readValue(text(row, "documents"), new TypeReference<>() {}),
                row.getInt("passages"),
                row.getString("reason"),
                JSON.readValue(text(row, "arguments"), new TypeReference<>() {}),
                JSON.readValue(text(row, "failed"), new TypeReference<>() {}),
                Objects.requireNonNull(row.getObject("added_at", OffsetDateTime.class))
                        .toInstant());
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column));
    }
}
