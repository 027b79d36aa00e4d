package bangban.runtime.session;

import java.time.Instant;

/**
 * A conversation of one user.
 *
 * @param title the first question shortened, or what the user called it; empty while nothing was asked
 */
public record Session(String id, String username, String title, Instant createdAt, Instant updatedAt) {}
