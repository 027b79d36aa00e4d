package bangban.runtime.store;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings this module's tables up to date, on H2 in PostgreSQL mode and on PostgreSQL alike. */
public final class RuntimeSchema {

    private RuntimeSchema() {}

    public static void migrate(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/runtime")
                .table("runtime_schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
