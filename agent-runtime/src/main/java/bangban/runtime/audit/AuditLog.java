package bangban.runtime.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An append-only record of who did what. Each record's hash covers the one before, so that removing or changing one breaks the chain
 * from there on (Schneier and Kelsey, Secure Audit Logs, 1999).
 */
public final class AuditLog {

    private static final String FIRST = "0".repeat(64);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ReentrantLock appending = new ReentrantLock();

    public AuditLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param actor the account that acts; empty where nobody is logged in
     * @param action a verb of the field, such as {@code login} or {@code document.delete}
     * @param object what it was done to
     * @param detail one line more, without secrets
     */
    public void record(String actor, String action, String object, String detail) {
        appending.lock();
        try {
            String before = jdbc.sql("select hash from audit_record order by id desc limit 1")
                    .query(String.class)
                    .optional()
                    .orElse(FIRST);
            long now = clock.millis();
            jdbc.sql("""
                    insert into audit_record (at_millis, actor, action, object, detail, previous_hash, hash)
                    values (?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            now,
                            actor,
                            action,
                            object,
                            detail,
                            before,
                            hash(before, now, actor, action, object, detail))
                    .update();
        } finally {
            appending.unlock();
        }
    }

    /** True where no record was changed, removed from the middle or inserted. */
    public boolean intact() {
        String[] before = {FIRST};
        boolean[] intact = {true};
        jdbc.sql("select * from audit_record order by id").query(row -> {
            String hash = hash(
                    before[0],
                    row.getLong("at_millis"),
                    row.getString("actor"),
                    row.getString("action"),
                    row.getString("object"),
                    row.getString("detail"));
            intact[0] &= row.getString("previous_hash").equals(before[0])
                    && row.getString("hash").equals(hash);
            before[0] = row.getString("hash");
        });
        return intact[0];
    }

    private static String hash(String before, long millis, String actor, String action, String object, String detail) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (String field : new String[] {before, Long.toString(millis), actor, action, object, detail}) {
                byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
                sha.update(Integer.toString(bytes.length).getBytes(StandardCharsets.UTF_8));
                sha.update((byte) ':');
                sha.update(bytes);
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
