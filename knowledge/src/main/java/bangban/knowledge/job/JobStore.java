package bangban.knowledge.job;

import bangban.knowledge.job.IngestJob.Counts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Jobs in the database, the newest thousand of each user and all that have not ended. */
final class JobStore {

    private static final int KEPT = 1000;

    /** The current file is the one that runs, else the first that failed, waits, or is done. */
    private static final String SELECT = """
            select j.id as job, j.started_by, j.file as name, j.cancelled, j.started_at,
                c.queued, c.running, c.finished, c.failed, c.retryable, f.*
            from knowledge_job j
            join (select job_id,
                      sum(case when status = 'QUEUED' then 1 else 0 end) as queued,
                      sum(case when status = 'RUNNING' then 1 else 0 end) as running,
                      sum(case when status = 'DONE' then 1 else 0 end) as finished,
                      sum(case when status = 'FAILED' then 1 else 0 end) as failed,
                      sum(case when status = 'FAILED' and source <> 'GONE' then 1 else 0 end) as retryable
                  from knowledge_job_file group by job_id) c on c.job_id = j.id
            join knowledge_job_file f on f.id = (
                select id from knowledge_job_file where job_id = j.id
                order by case status when 'RUNNING' then 0 when 'FAILED' then 1 when 'QUEUED' then 2 else 3 end, accepted
                limit 1)
            """;

    private final JdbcClient jdbc;

    JobStore(DataSource source) {
        jdbc = JdbcClient.create(source);
    }

    void insert(String id, String user, String name, Instant startedAt) {
        jdbc.sql("""
                        insert into knowledge_job (id, started_by, file, cancelled, started_at)
                        values (:id, :user, :name, false, :at)
                        """)
                .param("id", id)
                .param("user", user)
                .param("name", name)
                .param("at", startedAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    void setCancelled(String id, boolean cancelled) {
        jdbc.sql("update knowledge_job set cancelled = :cancelled where id = :id")
                .param("cancelled", cancelled)
                .param("id", id)
                .update();
    }

    void delete(String id) {
        jdbc.sql("delete from knowledge_job where id = :id").param("id", id).update();
    }

    /** The user's jobs that are more than are kept and have ended. */
    List<String> surplus(String user) {
        return jdbc.sql("""
                        select id from knowledge_job j where started_by = :user
                          and not exists (select 1 from knowledge_job_file
                                          where job_id = j.id and status in ('QUEUED', 'RUNNING'))
                          and id not in (select id from knowledge_job where started_by = :user
                                         order by started_at desc limit :kept)
                        """)
                .param("user", user)
                .param("kept", KEPT)
                .query((row, n) -> FileStore.text(row, "id"))
                .list();
    }

    /** Empty where there is none or another user started it. */
    Optional<IngestJob> find(String id, String user) {
        return jdbc.sql(SELECT + "where j.id = :id and j.started_by = :user")
                .param("id", id)
                .param("user", user)
                .query(JobStore::job)
                .optional();
    }

    List<IngestJob> list(String user, @Nullable IngestJob after, int limit) {
        Instant until = after == null ? Instant.parse("9999-01-01T00:00:00Z") : after.startedAt();
        return jdbc.sql(SELECT + """
                        where j.started_by = :user
                          and (j.started_at < :until or (j.started_at = :until and j.id > :id))
                        order by j.started_at desc, j.id limit :limit
                        """)
                .param("user", user)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("id", after == null ? "" : after.id())
                .param("limit", Math.clamp(limit, 1, KEPT))
                .query(JobStore::job)
                .list();
    }

    private static IngestJob job(ResultSet row, int number) throws SQLException {
        return new IngestJob(
                FileStore.text(row, "job"),
                FileStore.text(row, "started_by"),
                FileStore.text(row, "name"),
                row.getBoolean("cancelled"),
                row.getInt("retryable") > 0,
                Objects.requireNonNull(row.getObject("started_at", OffsetDateTime.class))
                        .toInstant(),
                new Counts(row.getInt("queued"), row.getInt("running"), row.getInt("finished"), row.getInt("failed")),
                FileStore.shown(row, number));
    }
}
