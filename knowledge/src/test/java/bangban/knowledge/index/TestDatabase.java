package bangban.knowledge.index;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The PostgreSQL that {@code ./bangban test} starts and names in the environment. Without one, a test is skipped and says so.
 */
public final class TestDatabase {

    private static final String URL = "BANGBAN_TEST_PG_URL";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private TestDatabase() {}

    /** One pool for all tests of a process. */
    private static final class Pool {

        static final DataSource SOURCE = open(System.getenv());

        private static DataSource open(Map<String, String> environment) {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(Objects.requireNonNull(environment.get(URL)));
            config.setUsername(environment.getOrDefault("BANGBAN_TEST_PG_USER", ""));
            config.setPassword(environment.getOrDefault("BANGBAN_TEST_PG_PASSWORD", ""));
            config.addDataSourceProperty("reWriteBatchedInserts", "true");
            config.setMaximumPoolSize(8);
            return new HikariDataSource(config);
        }
    }

    public static DataSource source() {
        Assumptions.assumeTrue(
                System.getenv(URL) != null, URL + " names no PostgreSQL with pgvector; ./bangban test starts one");
        return Pool.SOURCE;
    }

    /** A schema that no other test has. */
    static PassageDatabase fresh() {
        return new PassageDatabase(source(), "test_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet());
    }

    /** The same server, where unqualified names are of a schema that no other test has; each connection is a new one. */
    public static DataSource inFreshSchema() {
        String schema = fresh().schema();
        JdbcClient.create(source()).sql("create schema " + schema).update();
        String url = Objects.requireNonNull(System.getenv(URL));
        return new DriverManagerDataSource(
                url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema,
                System.getenv().getOrDefault("BANGBAN_TEST_PG_USER", ""),
                System.getenv().getOrDefault("BANGBAN_TEST_PG_PASSWORD", ""));
    }
}
