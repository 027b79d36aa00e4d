package bangban.knowledge.index;

import bangban.knowledge.index.ServerIndexException.Problem;
import bangban.language.analyze.TermAnalyzer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two schemas of a database that other processes share. An advisory lock, which ends with its connection, tells who arranges and who
 * renews.
 */
final class SchemaHome implements IndexHome {

    private final PassageDatabase database;
    private final JdbcClient jdbc;
    private final TermAnalyzer analyzer;
    private final IndexVersion version;
    private final int dimensions;

    private @Nullable Connection renewing;

    /** @throws ServerIndexException where the server or pgvector cannot be used */
    SchemaHome(PassageDatabase database, TermAnalyzer analyzer, IndexVersion version, int dimensions) {
        this.database = database;
        this.jdbc = JdbcClient.create(database.source());
        this.analyzer = analyzer;
        this.version = version;
        this.dimensions = dimensions;
        database.prepare();
    }

    private String schema(Place place) {
        return switch (place) {
            case PRESENT -> database.schema();
            case OUTGOING -> database.outgoing();
        };
    }

    @Override
    public VersionedIndex open(Place place) {
        create(place);
        return new PostgresPassageIndex(database.source(), schema(place), analyzer, version);
    }

    @Override
    public Optional<VersionedIndex> openReadable(Place place) {
        return Optional.of(open(place));
    }

    @Override
    public boolean exists(Place place) {
        return jdbc.sql("select to_regnamespace(?) is not null")
                .param(schema(place))
                .query(Boolean.class)
                .single();
    }

    @Override
    public void create(Place place) {
        Flyway.configure()
                .dataSource(database.source())
                .locations("classpath:db/passages")
                .schemas(schema(place))
                .table("schema_history")
                .placeholders(Map.of("dimensions", Integer.toString(dimensions)))
                .load()
                .migrate();
    }

    @Override
    public void delete(Place place) {
        jdbc.sql("drop schema if exists " + schema(place) + " cascade").update();
    }

    @Override
    public void setAside() {
        jdbc.sql("alter schema " + database.schema() + " rename to " + database.outgoing())
                .update();
    }

    @Override
    public <T> T arrange(Supplier<T> work) {
        try (Connection connection = database.source().getConnection()) {
            lock(connection, "select pg_advisory_lock(hashtext(?))", "arrange " + database.schema());
            try {
                return work.get();
            } finally {
                lock(connection, "select pg_advisory_unlock(hashtext(?))", "arrange " + database.schema());
            }
        } catch (SQLException e) {
            throw new ServerIndexException(Problem.UNREACHABLE, e);
        }
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public synchronized boolean claimRenewal() {
        if (renewing != null) {
            return true;
        }
        try {
            Connection connection = database.source().getConnection();
            if (lock(connection, "select pg_try_advisory_lock(hashtext(?))", renewal())) {
                renewing = connection;
                return true;
            }
            connection.close();
            return false;
        } catch (SQLException e) {
            throw new ServerIndexException(Problem.UNREACHABLE, e);
        }
    }

    private String renewal() {
        return "renew " + database.schema();
    }

    private static boolean lock(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && "t".equals(result.getString(1));
            }
        }
    }

    @Override
    public synchronized void endRenewal() {
        try (Connection connection = renewing) {
            if (connection != null) {
                lock(connection, "select pg_advisory_unlock(hashtext(?))", renewal());
            }
        } catch (SQLException e) {
            throw new ServerIndexException(Problem.UNREACHABLE, e);
        } finally {
            renewing = null;
        }
    }

    @Override
    public void close() {
        endRenewal();
    }
}
