package bangban.runtime.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Bearer tokens: 256 random bits, of which only the SHA-256 is stored. A token is as good as its account is at the moment of the
 * call, so disabling an account ends its tokens at once.
 */
public final class AccessTokens {

    private static final Duration LIFE = Duration.ofHours(12);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public AccessTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A token as it is handed out, once. */
    public record Issued(String token, Instant expiresAt) {}

    public Issued issue(Account account) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant expires = clock.instant().plus(LIFE);
        jdbc.sql("delete from access_token where expires_at < ?")
                .param(OffsetDateTime.now(clock))
                .update();
        jdbc.sql("insert into access_token (hash, username, expires_at) values (?, ?, ?)")
                .params(hash(token), account.username(), expires.atOffset(ZoneOffset.UTC))
                .update();
        return new Issued(token, expires);
    }

    /** Who holds this token, if it is neither expired nor revoked and its account is enabled. */
    public Optional<Principal> principal(String token) {
        return jdbc.sql("""
                select a.* from access_token t join account a on a.username = t.username
                where t.hash = ? and t.expires_at > ? and not a.disabled""")
                .params(hash(token), OffsetDateTime.now(clock))
                .query((row, n) -> Accounts.account(row).principal())
                .optional();
    }

    public void revoke(String token) {
        jdbc.sql("delete from access_token where hash = ?").param(hash(token)).update();
    }

    public void revokeAllOf(String username) {
        jdbc.sql("delete from access_token where username = ?").param(username).update();
    }

    /** All but the one that makes the call. */
    public void revokeOthersOf(String username, String token) {
        jdbc.sql("delete from access_token where username = ? and hash <> ?")
                .params(username, hash(token))
                .update();
    }

    private static String hash(String token) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
