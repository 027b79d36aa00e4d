package bangban.web.platform;

import bangban.knowledge.index.PassageDatabase;
import bangban.knowledge.index.ServerIndexException;
import bangban.web.start.DatabaseSettings;
import bangban.web.start.StartException;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.time.Duration;

/** PostgreSQL with pgvector. */
final class ServerDatabase {

    private static final int CONNECTIONS = 24;

    private ServerDatabase() {}

    /** @throws StartException saying what the operator must do where it cannot be used */
    static HikariDataSource open(DatabaseSettings settings) {
        HikariConfig hikari = new HikariConfig();
        hikari.setPoolName("bangban");
        hikari.setJdbcUrl(settings.url());
        if (!settings.user().isEmpty()) {
            hikari.setUsername(settings.user());
            hikari.setPassword(settings.password());
        }
        // a document's passages go in one message
        hikari.addDataSourceProperty("reWriteBatchedInserts", "true");
        hikari.addDataSourceProperty("ApplicationName", "bangban");
        hikari.setMaximumPoolSize(CONNECTIONS);
        hikari.setMinimumIdle(2);
        hikari.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
        hikari.setRegisterMbeans(false);
        HikariDataSource source = connected(hikari, settings);
        try {
            new PassageDatabase(source).prepare();
            return source;
        } catch (ServerIndexException e) {
            source.close();
            throw failure(e.problem(), settings, e);
        }
    }

    private static HikariDataSource connected(HikariConfig hikari, DatabaseSettings settings) {
        try {
            return new HikariDataSource(hikari);
        } catch (HikariPool.PoolInitializationException e) {
            throw failure(ServerIndexException.Problem.UNREACHABLE, settings, e);
        }
    }

    private static StartException failure(
            ServerIndexException.Problem problem, DatabaseSettings settings, RuntimeException cause) {
        String key = switch (problem) {
            case UNREACHABLE, GONE, OTHER_VERSION -> "start.database-unreachable";
            case NO_PGVECTOR -> "start.database-no-pgvector";
            case OLD_PGVECTOR -> "start.database-old-pgvector";
        };
        StartException failure = new StartException(key, settings.shown());
        failure.initCause(cause);
        return failure;
    }
}
