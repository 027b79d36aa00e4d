package bangban.knowledge.ingest;

import bangban.knowledge.ingest.IngestJob.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Jobs in the database, the newest thousand of each user. */
final class IngestJobStore {

    private static final int KEPT = 1000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    IngestJobStore(DataSource source) {
        jdbc = JdbcClient.create(source);
    }

    void failInterrupted() {
        jdbc.sql(
                        "update knowledge_job set status = 'FAILED', reason = 'INTERRUPTED' where status in ('QUEUED', 'RUNNING')")
                .update();
    }

    void save(IngestJob job) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", job.id());
        values.put("startedBy", job.startedBy());
        values.put("file", job.file());
        values.put("status", job.status().name());
        values.put("stage", job.stage().name());
        values.put("done", job.done());
        values.put("total", job.total());
        values.put("documentId", job.documentId());
        Ingestion.Outcome outcome = job.outcome();
        values.put("outcome", outcome == null ? null : outcome.name());
        values.put("reason", job.reason());
        values.put("contents", job.contents() == null ? null : JSON.writeValueAsString(job.contents()));
        values.put("startedAt", job.startedAt().atOffset(ZoneOffset.UTC));
        int updated = jdbc.sql("""
                        update knowledge_job set status = :status, stage = :stage, done = :done, total = :total,
                            document_id = :documentId, outcome = :outcome, reason = :reason,
                            contents = :contents
                        where id = :id
                        """).params(values).update();
        if (updated == 0) {
            jdbc.sql("""
                            insert into knowledge_job
                                (id, started_by, file, status, stage, done, total, document_id, outcome, reason, contents, started_at)
                            values (:id, :startedBy, :file, :status, :stage, :done, :total, :documentId, :outcome, :reason, :contents,
                                :startedAt)
                            """).params(values).update();
            forgetOld(job.startedBy());
        }
    }

    private void forgetOld(String user) {
        jdbc.sql("""
                        delete from knowledge_job where started_by = :user and status in ('DONE', 'FAILED') and id not in (
                            select id from knowledge_job where started_by = :user order by started_at desc limit :kept)
                        """).param("user", user).param("kept", KEPT).update();
    }

    Optional<IngestJob> find(String id) {
        return jdbc.sql("select * from knowledge_job where id = :id")
                .param("id", id)
                .query(IngestJobStore::job)
                .optional();
    }

    List<IngestJob> list(String user, @Nullable IngestJob after, int limit) {
        Instant until = after == null ? Instant.parse("9999-01-01T00:00:00Z") : after.startedAt();
        return jdbc.sql("""
                        select * from knowledge_job
                        where started_by = :user and (started_at < :until or (started_at = :until and id > :id))
                        order by started_at desc, id limit :limit
                        """)
                .param("user", user)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("id", after == null ? "" : after.id())
                .param("limit", Math.clamp(limit, 1, KEPT))
                .query(IngestJobStore::job)
                .list();
    }

    private static IngestJob job(ResultSet row, int number) throws SQLException {
        return new IngestJob(
                text(row, "id"),
                text(row, "started_by"),
                text(row, "file"),
                Status.valueOf(text(row, "status")),
                Progress.Stage.valueOf(text(row, "stage")),
                row.getInt("done"),
                row.getInt("total"),
                row.getString("document_id"),
                outcome(row.getString("outcome")),
                row.getString("reason"),
                contents(row.getString("contents")),
                Objects.requireNonNull(row.getObject("started_at", OffsetDateTime.class))
                        .toInstant());
    }

    private static Ingestion.@Nullable Outcome outcome(@Nullable String name) {
        return name == null ? null : Ingestion.Outcome.valueOf(name);
    }

    private static @Nullable ContentsCount contents(@Nullable String json) {
        return json == null ? null : JSON.readValue(json, ContentsCount.class);
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }
}
