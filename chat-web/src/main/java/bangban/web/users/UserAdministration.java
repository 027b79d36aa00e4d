package bangban.web.users;

import bangban.config.organisation.OrgPath;
import bangban.runtime.audit.AuditLog;
import bangban.runtime.error.ErrorCode;
import bangban.runtime.error.PlatformException;
import bangban.runtime.identity.AccessTokens;
import bangban.runtime.identity.Account;
import bangban.runtime.identity.Accounts;
import bangban.runtime.identity.Principal;
import bangban.runtime.identity.Role;
import bangban.web.platform.FirstStart;
import java.util.List;

/** What an administrator may do with the accounts of their org path; to accounts outside it they are blind. */
public final class UserAdministration {

    private final Accounts accounts;
    private final AccessTokens tokens;
    private final AuditLog audit;

    public UserAdministration(Accounts accounts, AccessTokens tokens, AuditLog audit) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.audit = audit;
    }

    public List<Account> list(Principal administrator, String after, int limit) {
        require(administrator, administrator.org());
        return accounts.list(administrator.org(), after, limit);
    }

    /** @throws PlatformException FORBIDDEN for a unit or clearance above the administrator's own, and for an auditor by one who is none */
    public Account add(Principal administrator, Principal added, String password) {
        require(administrator, added.org());
        requireNotAbove(administrator, added);
        Account account = accounts.add(added, password);
        audit.record(
                administrator.user(),
                "user.add",
                account.username(),
                added.org() + " " + added.clearance().label());
        return account;
    }

    /** @throws PlatformException NOT_FOUND outside the administrator's org path; FORBIDDEN for their own account */
    public Account disable(Principal administrator, String username, boolean disabled) {
        Account account = administered(administrator, username);
        if (disabled && account.username().equals(administrator.user())) {
            throw new PlatformException(ErrorCode.FORBIDDEN, "nobody disables their own account");
        }
        accounts.disable(account.username(), disabled);
        if (disabled) {
            tokens.revokeAllOf(account.username());
        }
        audit.record(administrator.user(), disabled ? "user.disable" : "user.enable", account.username(), "");
        return new Account(account.principal(), disabled);
    }

    /**
     * Gives an account a new random password and ends its logins.
     *
     * @return the password, which is not kept anywhere
     * @throws PlatformException NOT_FOUND outside the administrator's org path; FORBIDDEN for their own account, whose password is
     *     changed with the present one, and for one that may read more than they, which they would otherwise gain
     */
    public String resetPassword(Principal administrator, String username) {
        Account account = administered(administrator, username);
        if (account.username().equals(administrator.user())) {
            throw new PlatformException(ErrorCode.FORBIDDEN, "nobody resets their own password");
        }
        requireNotAbove(administrator, account.principal());
        String password = FirstStart.randomPassword();
        accounts.changePassword(account.username(), password);
        tokens.revokeAllOf(account.username());
        audit.record(administrator.user(), "password.reset", account.username(), "");
        return password;
    }

    private Account administered(Principal administrator, String username) {
        require(administrator, administrator.org());
        return accounts.find(username)
                .filter(found -> administrator.org().contains(found.principal().org()))
                .orElseThrow(() -> new PlatformException(ErrorCode.NOT_FOUND, "account " + username));
    }

    /** Whoever knows an account's password has its rights. An auditor's reach beyond their unit. */
    private static void requireNotAbove(Principal administrator, Principal other) {
        if (other.clearance().compareTo(administrator.clearance()) > 0) {
            throw new PlatformException(ErrorCode.FORBIDDEN, "clearance above the administrator's");
        }
        if (other.has(Role.AUDITOR) && !administrator.has(Role.AUDITOR)) {
            throw new PlatformException(ErrorCode.FORBIDDEN, "an auditor, which the administrator is not");
        }
    }

    private static void require(Principal administrator, OrgPath org) {
        if (!administrator.has(Role.ADMIN) || !administrator.org().contains(org)) {
            throw new PlatformException(ErrorCode.FORBIDDEN, administrator.user() + " does not administer " + org);
        }
    }
}
