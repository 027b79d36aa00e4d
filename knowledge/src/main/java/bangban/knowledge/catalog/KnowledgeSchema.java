package bangban.knowledge.catalog;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The catalogue's tables. They keep a history of their own, so that other modules may share the database. */
public final class KnowledgeSchema {

    private KnowledgeSchema() {}

    /** Brings the tables up to date; does nothing where they are. */
    public static void migrate(DataSource source) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/knowledge")
                .table("knowledge_schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
