package bangban.knowledge.source;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs in the database, the newest twenty of each source. */
final class RunStore {

    private static final int KEPT = 20;
    private static final int LONGEST_URL = 2000;

    private final JdbcClient jdbc;

    RunStore(DataSource source) {
        jdbc = JdbcClient.create(source);
    }

    void add(SourceRun run) {
        jdbc.sql("""
                        insert into knowledge_source_run
                            (id, source_id, started_by, started_at, finished_at, status, reason, arguments, waiting, added, changed,
                             unchanged, gone, skipped, failed)
                        values (:id, :sourceId, :startedBy, :startedAt, :finishedAt, :status, :reason, :arguments, :waiting, :added,
                            :changed, :unchanged, :gone, :skipped, :failed)
                        """).params(SourceRows.values(run)).update();
        jdbc.sql("""
                        delete from knowledge_source_run where source_id = :source and id not in (
                            select id from knowledge_source_run where source_id = :source order by started_at desc limit :kept)
                        """).param("source", run.sourceId()).param("kept", KEPT).update();
    }

    void update(SourceRun run) {
        jdbc.sql("""
                        update knowledge_source_run set finished_at = :finishedAt, status = :status, reason = :reason,
                            arguments = :arguments, waiting = :waiting, added = :added, changed = :changed, unchanged = :unchanged,
                            gone = :gone, skipped = :skipped, failed = :failed
                        where id = :id
                        """).params(SourceRows.values(run)).update();
    }

    /** What a process that ended left open. */
    void interruptOpen(Instant now) {
        jdbc.sql("update knowledge_source_run set status = 'INTERRUPTED', finished_at = :now where status = 'RUNNING'")
                .param("now", SourceRows.at(now))
                .update();
    }

    void addFailure(String runId, int position, RunFailure failure) {
        String url = failure.url();
        jdbc.sql("""
                        insert into knowledge_source_failure (run_id, position, url, reason, arguments)
                        values (:run, :position, :url, :reason, :arguments)
                        """)
                .param("run", runId)
                .param("position", position)
                .param("url", url.substring(0, Math.min(url.length(), LONGEST_URL)))
                .param("reason", failure.reason())
                .param("arguments", SourceRows.texts(failure.arguments()))
                .update();
    }

    List<RunFailure> failures(String runId) {
        return jdbc.sql("select * from knowledge_source_failure where run_id = :run order by position")
                .param("run", runId)
                .query(SourceRows::failure)
                .list();
    }

    Optional<SourceRun> find(String id) {
        return jdbc.sql("select * from knowledge_source_run where id = :id")
                .param("id", id)
                .query(SourceRows::run)
                .optional();
    }

    /** The newest first. */
    List<SourceRun> list(String sourceId, int limit) {
        return jdbc.sql("""
                        select * from knowledge_source_run where source_id = :source order by started_at desc, id limit :limit
                        """)
                .param("source", sourceId)
                .param("limit", limit)
                .query(SourceRows::run)
                .list();
    }
}
