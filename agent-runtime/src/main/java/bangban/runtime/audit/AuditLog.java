package bangban.runtime.audit;

import bangban.config.organisation.OrgPath;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
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

    /**
     * Records of a unit's accounts and all below it, the latest first; of the whole log for the root. Where nobody was logged in, a
     * record belongs to the account that was acted on.
     *
     * @param user whose records, null for everyone's
     * @param before the id of the last record of the page before
     */
    public List<AuditRecord> list(OrgPath org, @Nullable String user, long before, int limit) {
        return jdbc.sql("""
                select * from (select r.*, case when r.actor = '' then r.object else r.actor end as who from audit_record r) r
                where r.id < :before and (:user = '' or r.who = :user) and (:org = '' or exists (
                    select 1 from account a where a.username = r.who
                        and (a.org = :org or left(a.org, char_length(:org) + 1) = :org || '/')))
                order by r.id desc limit :limit""")
                .param("before", before)
                .param("user", user == null ? "" : user)
                .param("org", org.value())
                .param("limit", limit)
                .query((row, n) -> new AuditRecord(
                        row.getLong("id"),
                        Instant.ofEpochMilli(row.getLong("at_millis")),
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("object"),
                        row.getString("detail")))
                .list();
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
