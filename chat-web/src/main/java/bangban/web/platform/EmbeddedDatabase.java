package bangban.web.platform;

import bangban.web.start.DiskFull;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * H2 with what it lacks on a full disk. A write that fails half-way leaves H2 in a state in which it answers from memory and stores
 * nothing more, so no connection is given while next to nothing is left, and after such a failure the database is opened again.
 */
final class EmbeddedDatabase extends AbstractDataSource implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    /** Behind each of these, the store may have closed itself. */
    private static final Set<Integer> FATAL = Set.of(
            ErrorCode.GENERAL_ERROR_1,
            ErrorCode.IO_EXCEPTION_1,
            ErrorCode.IO_EXCEPTION_2,
            ErrorCode.FILE_CORRUPTED_1,
            ErrorCode.DATABASE_IS_CLOSED);

    private final HikariDataSource pool;
    private final Path folder;
    private volatile boolean broken;

    /** @param folder on the disk that the database is on */
    EmbeddedDatabase(HikariConfig config, Path folder) {
        config.setExceptionOverride(new Watching());
        this.pool = new HikariDataSource(config);
        this.folder = folder;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (DiskFull.nothingLeft(folder)) {
            throw new SQLException("not used while the disk is full", new IOException("No space left on device"));
        }
        Connection connection = answering();
        if (connection == null) {
            reopen();
            connection = pool.getConnection();
        }
        return connection;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    private @Nullable Connection answering() throws SQLException {
        Connection connection = pool.getConnection();
        // what failed in the background is thrown at whoever comes next: better here
        try (Statement statement = connection.createStatement()) {
            statement.execute("select 1");
        } catch (SQLException e) {
            broken = true;
        }
        if (broken) {
            connection.close();
            return null;
        }
        return connection;
    }

    private synchronized void reopen() throws SQLException {
        if (!broken) {
            return; // another thread was here before
        }
        LOG.error("the database closed itself and is opened again");
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("shutdown immediately");
        } catch (SQLException e) {
            LOG.debug("it was closed already", e);
        }
        pool.getHikariPoolMXBean().softEvictConnections();
        broken = false;
    }

    @Override
    public void close() {
        pool.close();
    }

    /** Hears of every exception of every statement. */
    private final class Watching implements SQLExceptionOverride {

        @java.lang.Override
        public Override adjudicate(SQLException failure) {
            if (!FATAL.contains(failure.getErrorCode())) {
                return Override.CONTINUE_EVICT;
            }
            broken = true;
            return Override.MUST_EVICT;
        }
    }
}
