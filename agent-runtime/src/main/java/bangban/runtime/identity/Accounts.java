package bangban.runtime.identity;

import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.runtime.error.ErrorCode;
import bangban.runtime.error.PlatformException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Local accounts with bcrypt-hashed passwords. */
public final class Accounts {

    private static final Pattern USERNAME = Pattern.compile("[\\p{IsHan}\\p{Alnum}][\\p{IsHan}\\p{Alnum}._-]{1,63}");
    private static final int SHORTEST_PASSWORD = 10;
    /** bcrypt reads no more than this many bytes. */
    private static final int LONGEST_PASSWORD = 72;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final PasswordEncoder passwords;
    /** Checked where there is no such account, so that the answer takes as long. */
    private final String decoy;

    public Accounts(JdbcClient jdbc, Clock clock) {
        this(jdbc, clock, new BCryptPasswordEncoder(11));
    }

    Accounts(JdbcClient jdbc, Clock clock, PasswordEncoder passwords) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.passwords = passwords;
        this.decoy = encode("no account has this password");
    }

    /** @throws PlatformException INVALID_ACCOUNT, WEAK_PASSWORD or ACCOUNT_EXISTS */
    public Account add(Principal principal, String password) {
        if (!USERNAME.matcher(principal.user()).matches()) {
            throw new PlatformException(ErrorCode.INVALID_ACCOUNT, "username '" + principal.user() + "'", "username");
        }
        check(password);
        try {
            jdbc.sql("""
                    insert into account (username, display_name, org, roles, clearance, locale, password_hash, disabled, created_at)
                    values (?, ?, ?, ?, ?, ?, ?, false, ?)""")
                    .params(
                            canonical(principal.user()),
                            principal.displayName(),
                            principal.org().value(),
                            principal.roles().stream().map(Role::wire).sorted().collect(Collectors.joining(",")),
                            principal.clearance().label(),
                            principal.locale(),
                            encode(password),
                            OffsetDateTime.now(clock))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new PlatformException(
                    ErrorCode.ACCOUNT_EXISTS, "account " + principal.user() + " exists", principal.user());
        }
        return find(principal.user()).orElseThrow();
    }

    public Optional<Account> find(String username) {
        return jdbc.sql("select * from account where username = ?")
                .param(canonical(username))
                .query((row, n) -> account(row))
                .optional();
    }

    /** Accounts of a unit and all below it by name, after the one given. */
    public List<Account> list(OrgPath org, String after, int limit) {
        return jdbc.sql("""
                select * from account
                where username > :after and (:org = '' or org = :org or left(org, char_length(:org) + 1) = :org || '/')
                order by username limit :limit""")
                .param("after", after)
                .param("org", org.value())
                .param("limit", limit)
                .query((row, n) -> account(row))
                .list();
    }

    /** Accounts of a unit and all below it that are not disabled and whose name or display name contains the text. */
    public List<Account> find(OrgPath org, String part, int limit) {
        String escaped = part.replace("!", "!!").replace("%", "!%").replace("_", "!_");
        return jdbc.sql("""
                select * from account
                where not disabled and (:org = '' or org = :org or left(org, char_length(:org) + 1) = :org || '/')
                    and (lower(username) like lower(:part) escape '!' or lower(display_name) like lower(:part) escape '!')
                order by username limit :limit""")
                .param("org", org.value())
                .param("part", "%" + escaped + "%")
                .param("limit", limit)
                .query((row, n) -> account(row))
                .list();
    }

    /** Every unit that an account is of. */
    public List<OrgPath> units() {
        return jdbc.sql("select distinct org from account")
                .query((row, n) -> new OrgPath(Objects.requireNonNull(row.getString("org"))))
                .list();
    }

    /** The account where the password is right and it is not disabled. Takes equally long in every case. */
    public Optional<Account> authenticate(String username, String password) {
        Optional<String> hash = jdbc.sql("select password_hash from account where username = ? and not disabled")
                .param(canonical(username))
                .query(String.class)
                .optional();
        boolean fits = password.getBytes(StandardCharsets.UTF_8).length <= LONGEST_PASSWORD;
        boolean right = passwords.matches(fits ? password : "", hash.orElse(decoy));
        return right && fits && hash.isPresent() ? find(username) : Optional.empty();
    }

    public void changePassword(String username, String password) {
        check(password);
        jdbc.sql("update account set password_hash = ? where username = ?")
                .params(encode(password), canonical(username))
                .update();
    }

    /** True where there is such an account. Its tokens end with it: see {@link AccessTokens#principal}. */
    public boolean disable(String username, boolean disabled) {
        return jdbc.sql("update account set disabled = ? where username = ?")
                        .params(disabled, canonical(username))
                        .update()
                > 0;
    }

    public boolean none() {
        return jdbc.sql("select count(*) from account").query(Long.class).single() == 0;
    }

    private static void check(String password) {
        if (password.length() < SHORTEST_PASSWORD
                || password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD) {
            throw new PlatformException(
                    ErrorCode.WEAK_PASSWORD, "password length", SHORTEST_PASSWORD, LONGEST_PASSWORD);
        }
    }

    private String encode(String password) {
        String hash = passwords.encode(password);
        if (hash == null) {
            throw new IllegalStateException("the password encoder gave no hash");
        }
        return hash;
    }

    private static String canonical(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }

    /** An account from a row that has all columns of the table. */
    public static Account account(ResultSet row) throws SQLException {
        Set<Role> roles = Arrays.stream(row.getString("roles").split(","))
                .filter(role -> !role.isBlank())
                .map(Role::of)
                .collect(Collectors.toUnmodifiableSet());
        return new Account(
                new Principal(
                        row.getString("username"),
                        row.getString("display_name"),
                        new OrgPath(row.getString("org")),
                        roles,
                        Clearance.of(row.getString("clearance")),
                        row.getString("locale")),
                row.getBoolean("disabled"));
    }
}
