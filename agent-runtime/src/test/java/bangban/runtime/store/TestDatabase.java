package bangban.runtime.store;

import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An empty database in memory with this module's tables, as the embedded platform opens it. */
public final class TestDatabase {

    private TestDatabase() {}

    public static JdbcClient open() {
        return JdbcClient.create(source());
    }

    static DataSource source() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
        RuntimeSchema.migrate(source);
        return source;
    }
}
