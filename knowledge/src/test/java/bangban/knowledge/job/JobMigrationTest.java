package bangban.knowledge.job;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.knowledge.catalog.KnowledgeSchema;
import bangban.knowledge.ingest.ContentsCount;
import bangban.knowledge.ingest.Ingestion;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class JobMigrationTest {

    @Test
    void jobsOfEarlierVersionsKeepWhatTheyCameTo() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/knowledge")
                .table("knowledge_schema_history")
                .target("6")
                .load()
                .migrate();
        for (String row : List.of(
                "('1', 'admin', 'a.md', 'DONE', 'DONE', 4, 4, 'd1', null, timestamp with time zone '2026-01-01 00:00:01Z', 'ADDED', null)",
                "('2', 'admin', 'b.md', 'RUNNING', 'ENCODING', 1, 4, null, null, timestamp with time zone '2026-01-01 00:00:02Z', null, null)",
                "('3', 'admin', 'c.pdf', 'FAILED', 'PARSING', 0, 1, null, 'CORRUPT', timestamp with time zone '2026-01-01 00:00:03Z', null, null)",
                "('4', 'admin', 'd.zip', 'DONE', 'DONE', 4, 4, 'd2', null, timestamp with time zone '2026-01-01 00:00:00Z', 'ADDED',"
                        + " '{\"added\": 2, \"changed\": 0, \"unchanged\": 1, \"removed\": 0, \"failed\": []}')")) {
            JdbcClient.create(database)
                    .sql(
                            "insert into knowledge_job (id, started_by, file, status, stage, done, total, document_id, reason,"
                                    + " started_at, outcome, contents) values " + row)
                    .update();
        }

        KnowledgeSchema.migrate(database);

        List<IngestJob> jobs = new JobStore(database).list("admin", null, 10);
        assertThat(jobs).extracting(IngestJob::name).containsExactly("c.pdf", "b.md", "a.md", "d.zip");
        assertThat(jobs)
                .extracting(job -> job.current().reason())
                .containsExactly("CORRUPT", "INTERRUPTED", null, null);
        assertThat(jobs.get(2).status()).isEqualTo(IngestJob.Status.DONE);
        assertThat(jobs.get(2).current().documentId()).isEqualTo("d1");
        assertThat(jobs.get(2).current().outcome()).isEqualTo(Ingestion.Outcome.ADDED);
        assertThat(jobs.getLast().current().contents()).isEqualTo(new ContentsCount(2, 0, 1, 0, List.of()));
        assertThat(jobs).allSatisfy(job -> assertThat(job.current().retryable()).isFalse());
    }
}
