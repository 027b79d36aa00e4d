package bangban.knowledge.index;

import bangban.knowledge.index.ServerIndexException.Problem;
import java.sql.SQLException;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where the server index is kept.
 *
 * @param source PostgreSQL with pgvector 0.8 or later
 * @param schema the present index's; the outgoing one's is {@code SCHEMA_old}
 */
public record PassageDatabase(DataSource source, String schema) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,50}");
    private static final Pattern LEADING_NUMBERS = Pattern.compile("(\\d+)\\.(\\d+).*");
    private static final int OLDEST = 8;

    public PassageDatabase {
        if (!NAME.matcher(schema).matches()) {
            throw new IllegalArgumentException("a schema is named by small letters, digits and _, not " + schema);
        }
    }

    /** The platform's own. */
    public PassageDatabase(DataSource source) {
        this(source, "passages");
    }

    String outgoing() {
        return schema + "_old";
    }

    /**
     * Enables pgvector where it is not yet.
     *
     * @throws ServerIndexException where the server or pgvector cannot be used
     */
    public void prepare() {
        JdbcClient jdbc = JdbcClient.create(source);
        try {
            jdbc.sql("create extension if not exists vector").update();
        } catch (CannotGetJdbcConnectionException e) {
            throw new ServerIndexException(Problem.UNREACHABLE, e);
        } catch (DataAccessException e) {
            boolean gone = e.getRootCause() instanceof SQLException sql
                    && Objects.requireNonNullElse(sql.getSQLState(), "").startsWith("08");
            throw new ServerIndexException(gone ? Problem.UNREACHABLE : Problem.NO_PGVECTOR, e);
        }
        String version = jdbc.sql("select extversion from pg_extension where extname = 'vector'")
                .query(String.class)
                .single();
        if (!isRecent(version)) {
            throw new ServerIndexException(Problem.OLD_PGVECTOR, null);
        }
    }

    static boolean isRecent(String version) {
        var numbers = LEADING_NUMBERS.matcher(version);
        return numbers.matches()
                && (Integer.parseInt(numbers.group(1)) > 0 || Integer.parseInt(numbers.group(2)) >= OLDEST);
    }

    /** Deletes all that is there. */
    public void drop() {
        JdbcClient jdbc = JdbcClient.create(source);
        jdbc.sql("drop schema if exists " + schema + " cascade").update();
        jdbc.sql("drop schema if exists " + outgoing() + " cascade").update();
    }
}
