package bangban.knowledge.job;

import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/**
 * Makes sure of what was committed. H2 answers a commit before it is in the file; PostgreSQL after. Threads that wait at once share one
 * write to the disk.
 */
final class DurableCommit {

    private final JdbcClient jdbc;
    private final boolean later;
    private final AtomicLong asked = new AtomicLong();
    private long done;

    DurableCommit(DataSource source) {
        this.jdbc = JdbcClient.create(source);
        try {
            String product =
                    JdbcUtils.extractDatabaseMetaData(source, meta -> String.valueOf(meta.getDatabaseProductName()));
            this.later = product.equals("H2");
        } catch (MetaDataAccessException e) {
            throw new IllegalStateException("the database does not say what it is", e);
        }
    }

    /** Returns when everything that any thread has committed survives a loss of power. */
    void await() {
        if (!later) {
            return;
        }
        long mine = asked.incrementAndGet();
        synchronized (this) {
            if (done < mine) {
                long upTo = asked.get();
                jdbc.sql("checkpoint sync").update();
                done = upTo;
            }
        }
    }
}
