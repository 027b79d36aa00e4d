package bangban.knowledge.job;

import bangban.knowledge.ingest.ContentsCount;
import bangban.knowledge.ingest.Ingestion;
import bangban.knowledge.ingest.Manifest;
import bangban.knowledge.ingest.Progress.Stage;
import bangban.knowledge.job.JobFile.Status;
import java.nio.file.Path;
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
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The files of jobs in the database. */
final class FileStore {

    private static final String WAITS = "status in ('QUEUED', 'RUNNING')";

    private final JdbcClient jdbc;

    FileStore(DataSource source) {
        jdbc = JdbcClient.create(source);
    }

    /** @param reason null where it is queued; else it has failed before it began */
    void insert(String jobId, QueuedFile file, String name, @Nullable String reason, List<Object> arguments) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", file.id());
        values.put("job", jobId);
        values.put("file", name);
        values.put("description", file.description() == null ? null : Descriptions.written(file.description()));
        values.put("inside", file.inside().size() == 0 ? null : file.inside().written());
        values.put("target", file.target());
        values.putAll(columns(file.source()));
        values.put("status", file.status().name());
        values.put("reason", reason);
        values.put("arguments", Descriptions.written(arguments));
        jdbc.sql("""
                        insert into knowledge_job_file (id, job_id, file, description, inside, target, source, path, bytes, status,
                            stage, done, total, reason, arguments, run, attempts, interruptions)
                        values (:id, :job, :file, :description, :inside, :target, :source, :path, :bytes, :status,
                            'PARSING', 0, 0, :reason, :arguments, 0, 0, 0)
                        """).params(values).update();
    }

    private static Map<String, Object> columns(Source source) {
        return switch (source) {
            case Source.Kept(String path, long bytes) -> Map.of("source", "KEPT", "path", path, "bytes", bytes);
            case Source.Read(Path path, long bytes) ->
                Map.of("source", "READ", "path", path.toString(), "bytes", bytes);
            case Source.Gone() -> Map.of("source", "GONE", "path", "", "bytes", 0L);
        };
    }

    Optional<QueuedFile> find(String id) {
        return queued("f.id = :value", id).stream().findFirst();
    }

    List<QueuedFile> ofJob(String jobId) {
        return queued("f.job_id = :value", jobId);
    }

    private List<QueuedFile> queued(String where, String value) {
        return jdbc.sql(
                        "select f.*, j.cancelled from knowledge_job_file f join knowledge_job j on j.id = f.job_id where "
                                + where + " order by f.accepted")
                .param("value", value)
                .query(FileStore::queuedFile)
                .list();
    }

    /** True where an earlier file that has not ended becomes the same document. */
    boolean isBehindAnother(QueuedFile file) {
        return jdbc.sql("select count(*) from knowledge_job_file where target = :target and accepted < :accepted and "
                                + WAITS)
                        .param("target", file.target())
                        .param("accepted", file.accepted())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * False where it has ended meanwhile.
     *
     * @param at kept where it is begun for the first time
     */
    boolean begin(String id, Instant at) {
        return jdbc.sql("""
                        update knowledge_job_file
                        set status = 'RUNNING', stage = 'PARSING', done = 0, total = 0, reason = null,
                            began_at = coalesce(began_at, :at)
                        where id = :id and status in ('QUEUED', 'RUNNING')
                        """)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .update()
                > 0;
    }

    /**
     * Ends what has not begun, but for what died while it was written: that is to be completed.
     *
     * @return where their bytes are kept
     */
    List<String> failQueued(String jobId, String reason, Instant at) {
        String those = " where job_id = :job and status = 'QUEUED' and interruptions = 0";
        List<String> paths = jdbc.sql("select path from knowledge_job_file" + those + " and source = 'KEPT' for update")
                .param("job", jobId)
                .query((row, n) -> text(row, "path"))
                .list();
        jdbc.sql("update knowledge_job_file set status = 'FAILED', reason = :reason, source = 'GONE', ended_at = :at"
                        + those)
                .param("reason", reason)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("job", jobId)
                .update();
        return paths;
    }

    /** Tells how far it is; true where its job was cancelled. */
    boolean step(String id, Stage stage, int done, int total) {
        jdbc.sql("update knowledge_job_file set stage = :stage, done = :done, total = :total where id = :id")
                .param("stage", stage.name())
                .param("done", done)
                .param("total", total)
                .param("id", id)
                .update();
        return jdbc.sql(
                        "select cancelled from knowledge_job where id = (select job_id from knowledge_job_file where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    /** @param contents what came of the files inside, null where it holds none */
    void done(String id, String documentId, Ingestion.Outcome outcome, @Nullable ContentsCount contents, Instant at) {
        jdbc.sql("""
                        update knowledge_job_file set status = 'DONE', stage = 'DONE', done = total, source = 'GONE',
                            document_id = :document, outcome = :outcome, contents = :contents, reason = null, ended_at = :at
                        where id = :id
                        """)
                .param("document", documentId)
                .param("outcome", outcome.name())
                .param("contents", contents == null ? null : Descriptions.written(contents))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    void fail(String id, Failure failure, Instant at) {
        ContentsCount contents = failure.contents();
        jdbc.sql("""
                        update knowledge_job_file set status = 'FAILED', reason = :reason, arguments = :arguments,
                            contents = :contents, source = case when :stay then source else 'GONE' end, ended_at = :at
                        where id = :id
                        """)
                .param("reason", failure.reason())
                .param("arguments", Descriptions.written(failure.arguments()))
                .param("contents", contents == null ? null : Descriptions.written(contents))
                .param("stay", failure.bytesStay())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    /** Puts it back, to be tried again. */
    void putBack(QueuedFile file, @Nullable String reason) {
        jdbc.sql("""
                        update knowledge_job_file set status = 'QUEUED', stage = 'PARSING', done = 0, total = 0,
                            reason = :reason, contents = null, run = :run, attempts = :attempts, interruptions = :interruptions, ended_at = null
                        where id = :id
                        """)
                .param("reason", reason)
                .param("run", file.run())
                .param("attempts", file.attempts())
                .param("interruptions", file.interruptions())
                .param("id", file.id())
                .update();
    }

    /** Bytes that nobody tried again for long are given up. */
    List<String> giveUpBytes(Instant failedBefore) {
        List<String> paths = jdbc.sql("select path from knowledge_job_file where " + GIVEN_UP)
                .param("before", failedBefore.atOffset(ZoneOffset.UTC))
                .query((row, n) -> text(row, "path"))
                .list();
        jdbc.sql("update knowledge_job_file set source = 'GONE' where " + GIVEN_UP)
                .param("before", failedBefore.atOffset(ZoneOffset.UTC))
                .update();
        return paths;
    }

    private static final String GIVEN_UP = "status = 'FAILED' and source = 'KEPT' and ended_at < :before";

    Set<String> keptPaths() {
        return jdbc.sql("select path from knowledge_job_file where source = 'KEPT'")
                .query((row, n) -> text(row, "path"))
                .set();
    }

    QueueLimits.Load waiting() {
        return jdbc.sql(
                        "select count(*) as files, coalesce(sum(bytes), 0) as bytes from knowledge_job_file where source = 'KEPT' and "
                                + WAITS)
                .query(FileStore::load)
                .single();
    }

    QueueLimits.Load waiting(String user) {
        return jdbc.sql("""
                        select count(*) as files, coalesce(sum(bytes), 0) as bytes
                        from knowledge_job_file f join knowledge_job j on j.id = f.job_id
                        where j.started_by = :user and source = 'KEPT' and
                        """ + WAITS).param("user", user).query(FileStore::load).single();
    }

    private static QueueLimits.Load load(ResultSet row, int number) throws SQLException {
        return new QueueLimits.Load(row.getInt("files"), row.getLong("bytes"));
    }

    /** In the order in which they were accepted. */
    List<JobFile> list(String jobId, long after, int limit, Set<Status> statuses) {
        return jdbc.sql("""
                        select * from knowledge_job_file
                        where job_id = :job and accepted > :after and status in (:statuses)
                        order by accepted limit :limit
                        """)
                .param("job", jobId)
                .param("after", after)
                .param("statuses", statuses.stream().map(Status::name).toList())
                .param("limit", limit)
                .query(FileStore::shown)
                .list();
    }

    private static QueuedFile queuedFile(ResultSet row, int number) throws SQLException {
        String description = row.getString("description");
        String inside = row.getString("inside");
        OffsetDateTime began = row.getObject("began_at", OffsetDateTime.class);
        return new QueuedFile(
                text(row, "id"),
                row.getLong("accepted"),
                description == null ? null : Descriptions.read(description),
                inside == null ? Manifest.NONE : Manifest.read(inside),
                text(row, "target"),
                source(row),
                Status.valueOf(text(row, "status")),
                row.getInt("run"),
                row.getInt("attempts"),
                row.getInt("interruptions"),
                began == null ? null : began.toInstant(),
                row.getBoolean("cancelled"));
    }

    private static Source source(ResultSet row) throws SQLException {
        return switch (text(row, "source")) {
            case "KEPT" -> new Source.Kept(text(row, "path"), row.getLong("bytes"));
            case "READ" -> new Source.Read(Path.of(text(row, "path")), row.getLong("bytes"));
            default -> new Source.Gone();
        };
    }

    static JobFile shown(ResultSet row, int number) throws SQLException {
        Status status = Status.valueOf(text(row, "status"));
        String outcome = row.getString("outcome");
        String contents = row.getString("contents");
        return new JobFile(
                text(row, "id"),
                row.getLong("accepted"),
                text(row, "job_id"),
                text(row, "file"),
                status,
                Stage.valueOf(text(row, "stage")),
                row.getInt("done"),
                row.getInt("total"),
                row.getString("document_id"),
                outcome == null ? null : Ingestion.Outcome.valueOf(outcome),
                contents == null ? null : Descriptions.contents(contents),
                row.getString("reason"),
                Descriptions.arguments(text(row, "arguments")),
                status == Status.FAILED && !text(row, "source").equals("GONE"));
    }

    static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }
}
