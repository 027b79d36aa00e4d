package bangban.bench;

import bangban.knowledge.index.LucenePassageIndex;
import bangban.knowledge.index.PassageDatabase;
import bangban.knowledge.index.PassageIndex;
import bangban.knowledge.index.RenewableIndex;
import bangban.language.analyze.TermAnalyzer;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** An empty index to be measured; closing it leaves nothing behind. */
public abstract sealed class ScratchIndex implements Closeable {

    final TermAnalyzer analyzer;
    final String encoderVersion;

    private ScratchIndex(TermAnalyzer analyzer, String encoderVersion) {
        this.analyzer = analyzer;
        this.encoderVersion = encoderVersion;
    }

    /**
     * Makes one.
     *
     * @param kind {@code lucene}, or {@code pgvector} in the PostgreSQL that {@code BANGBAN_PG_URL} of the environment names
     * @throws IllegalArgumentException with a sentence for the user where there is no such kind
     */
    public static ScratchIndex make(
            String kind, Map<String, String> environment, TermAnalyzer analyzer, String encoderVersion, int dimensions)
            throws IOException {
        return switch (kind) {
            case "lucene" -> new Embedded(analyzer, encoderVersion);
            case "pgvector" -> new Server(environment, analyzer, encoderVersion, dimensions);
            default ->
                throw new IllegalArgumentException(
                        "--index " + kind + " is not available, allowed are lucene and pgvector");
        };
    }

    public abstract PassageIndex index();

    /** Ends what is still written in the background and opens the index as a new process finds it. */
    public abstract void reopen() throws IOException;

    private static final class Embedded extends ScratchIndex {

        private final Path folder = Files.createTempDirectory("bangban-bench-");
        private PassageIndex index;

        Embedded(TermAnalyzer analyzer, String encoderVersion) throws IOException {
            super(analyzer, encoderVersion);
            index = new LucenePassageIndex(folder, analyzer, encoderVersion);
        }

        @Override
        public PassageIndex index() {
            return index;
        }

        @Override
        public void reopen() throws IOException {
            index.close();
            index = new LucenePassageIndex(folder, analyzer, encoderVersion);
        }

        @Override
        public void close() throws IOException {
            index.close();
            JsonLines.deleteFolder(folder);
        }
    }

    private static final class Server extends ScratchIndex {

        private final HikariDataSource pool;
        private final PassageDatabase database;
        private final int dimensions;
        private RenewableIndex index;

        Server(Map<String, String> environment, TermAnalyzer analyzer, String encoderVersion, int dimensions) {
            super(analyzer, encoderVersion);
            String url = environment.get("BANGBAN_PG_URL");
            if (url == null) {
                throw new IllegalArgumentException(
                        "--index pgvector needs BANGBAN_PG_URL, or ./bangban, which starts a PostgreSQL of its own");
            }
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(url);
            config.setUsername(environment.get("BANGBAN_PG_USER"));
            config.setPassword(environment.get("BANGBAN_PG_PASSWORD"));
            config.addDataSourceProperty("reWriteBatchedInserts", "true");
            pool = new HikariDataSource(config);
            database =
                    new PassageDatabase(pool, "bench_" + ProcessHandle.current().pid());
            this.dimensions = dimensions;
            index = new RenewableIndex(database, analyzer, encoderVersion, dimensions);
        }

        @Override
        public PassageIndex index() {
            return index;
        }

        @Override
        public void reopen() {
            index.close();
            index = new RenewableIndex(database, analyzer, encoderVersion, dimensions);
        }

        @Override
        public void close() {
            index.close();
            database.drop();
            pool.close();
        }
    }
}
