package bangban.knowledge.source;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sources in the database. */
final class SourceStore {

    private static final String DELETING = "deleting";

    private final JdbcClient jdbc;

    SourceStore(DataSource source) {
        jdbc = JdbcClient.create(source);
    }

    void add(WebSource source) {
        jdbc.sql("""
                        insert into knowledge_source
                            (id, url, kind, path_prefix, depth, max_pages, delay_millis, schedule, tier, org, domain, tags, clearance,
                             owner, created_at, next_run_at)
                        values (:id, :url, :kind, :pathPrefix, :depth, :maxPages, :delayMillis, :schedule, :tier, :org, :domain, :tags,
                            :clearance, :owner, :createdAt, :nextRunAt)
                        """).params(SourceRows.values(source)).update();
    }

    void change(WebSource source) {
        jdbc.sql("""
                        update knowledge_source set path_prefix = :pathPrefix, depth = :depth, max_pages = :maxPages,
                            delay_millis = :delayMillis, schedule = :schedule, next_run_at = :nextRunAt
                        where id = :id
                        """).params(SourceRows.values(source)).update();
    }

    Optional<WebSource> find(String id) {
        return jdbc.sql("select * from knowledge_source where id = :id")
                .param("id", id)
                .query(SourceRows::source)
                .optional();
    }

    /** The newest first. */
    List<WebSource> list() {
        return jdbc.sql("select * from knowledge_source order by created_at desc, id")
                .query(SourceRows::source)
                .list();
    }

    List<WebSource> due(Instant now) {
        return jdbc.sql("select * from knowledge_source where next_run_at <= :now order by next_run_at")
                .param("now", SourceRows.at(now))
                .query(SourceRows::source)
                .list();
    }

    /** Puts the next run off; false where another process has just done so. */
    boolean putOff(WebSource due, Instant now) {
        return jdbc.sql("update knowledge_source set next_run_at = :next where id = :id and next_run_at = :due")
                        .param("next", SourceRows.at(due.schedule().next(now)))
                        .param("id", due.id())
                        .param("due", SourceRows.at(due.nextRunAt()))
                        .update()
                == 1;
    }

    /** False where the source is busy or is not there. */
    boolean occupy(String id, String runId) {
        return jdbc.sql("update knowledge_source set busy_with = :run where id = :id and busy_with is null")
                        .param("run", runId)
                        .param("id", id)
                        .update()
                == 1;
    }

    boolean occupyForDeletion(String id) {
        return occupy(id, DELETING);
    }

    void release(String id) {
        jdbc.sql("update knowledge_source set busy_with = null where id = :id")
                .param("id", id)
                .update();
    }

    void releaseAll() {
        jdbc.sql("update knowledge_source set busy_with = null").update();
    }

    void delete(String id) {
        jdbc.sql("delete from knowledge_source where id = :id").param("id", id).update();
    }
}
