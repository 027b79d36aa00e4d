package bangban.web.login;

import bangban.runtime.audit.AuditLog;
import bangban.runtime.error.ErrorCode;
import bangban.runtime.error.PlatformException;
import bangban.runtime.identity.AccessTokens;
import bangban.runtime.identity.Account;
import bangban.runtime.identity.Accounts;
import bangban.runtime.identity.LoginThrottle;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Passwords against tokens, with every try counted and recorded. */
final class Login {

    private static final int LONGEST_NAME = 64;

    private final Accounts accounts;
    private final AccessTokens tokens;
    private final LoginThrottle throttle;
    private final AuditLog audit;
    /** Tries for one name go one after the other, so that a burst does not slip past the count. */
    private final Lock[] turns = Stream.generate(ReentrantLock::new).limit(64).toArray(Lock[]::new);

    Login(Accounts accounts, AccessTokens tokens, LoginThrottle throttle, AuditLog audit) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.throttle = throttle;
        this.audit = audit;
    }

    record LoggedIn(AccessTokens.Issued issued, Account account) {}

    /** @throws PlatformException LOGIN_FAILED, LOGIN_THROTTLED */
    LoggedIn login(String username, String password) {
        Account account = proven(username, password, ErrorCode.LOGIN_FAILED);
        audit.record(account.username(), "login", account.username(), "");
        return new LoggedIn(tokens.issue(account), account);
    }

    /**
     * @param token the caller's own, which stays good; null for none
     * @throws PlatformException WRONG_PASSWORD, WEAK_PASSWORD, LOGIN_THROTTLED
     */
    void changePassword(String username, @Nullable String token, String current, String next) {
        proven(username, current, ErrorCode.WRONG_PASSWORD);
        accounts.changePassword(username, next);
        if (token == null) {
            tokens.revokeAllOf(username);
        } else {
            tokens.revokeOthersOf(username, token);
        }
        audit.record(username, "password.change", username, "");
    }

    private Account proven(String username, String password, ErrorCode wrong) {
        String name = shortened(username.strip().toLowerCase(Locale.ROOT));
        return oneAtATime(name, () -> {
            Duration wait = throttle.waitFor(name);
            if (!wait.isZero()) {
                throw new PlatformException(ErrorCode.LOGIN_THROTTLED, "login of " + name, wait.toSeconds() + 1);
            }
            return accounts.authenticate(name, password)
                    .map(account -> {
                        throttle.succeeded(name);
                        return account;
                    })
                    .orElseThrow(() -> {
                        throttle.failed(name);
                        audit.record("", "login.failed", name, "");
                        return new PlatformException(wrong, "wrong password for " + name);
                    });
        });
    }

    private <T> T oneAtATime(String name, Supplier<T> work) {
        Lock lock = turns[Math.floorMod(name.hashCode(), turns.length)];
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }
}
