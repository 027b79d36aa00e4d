package bangban.runtime.audit;

import java.time.Instant;

/**
 * One entry of the {@link AuditLog}.
 *
 * @param id grows with time
 * @param actor the account that acted; empty where nobody was logged in
 * @param object what it was done to, such as an account, a turn or a document
 */
public record AuditRecord(long id, Instant at, String actor, String action, String object, String detail) {}
