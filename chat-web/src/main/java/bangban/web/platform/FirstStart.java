package bangban.web.platform;

import bangban.config.ConfigFolder;
import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.runtime.audit.AuditLog;
import bangban.runtime.identity.Accounts;
import bangban.runtime.identity.Principal;
import bangban.runtime.identity.Role;
import bangban.web.start.Settings;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;

/** Makes the first accounts, once, where there are none. */
public final class FirstStart {

    /** Without what is easily confused: 0 and O, 1, l and I. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 16;

    static final String ADMINISTRATOR = "admin";

    private final Settings settings;
    private final ConfigFolder config;
    private final DemoMode mode;
    private final Accounts accounts;
    private final AuditLog audit;
    private final TransactionOperations transactions;

    FirstStart(
            Settings settings,
            ConfigFolder config,
            DemoMode mode,
            Accounts accounts,
            AuditLog audit,
            TransactionOperations transactions) {
        this.settings = settings;
        this.config = config;
        this.mode = mode;
        this.accounts = accounts;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * What was made.
     *
     * @param password of all of them
     * @param chosen true where the operator chose the password, so that there is no need to show it
     */
    public record Made(List<Principal> accounts, String password, boolean chosen) {

        @Override
        public String toString() {
            return "Made" + accounts.stream().map(Principal::user).toList();
        }
    }

    /** Empty where there are accounts already: none is ever changed. A start that was cut off half-way has made none. */
    public Optional<Made> makeAccounts() {
        if (!accounts.none()) {
            return Optional.empty();
        }
        List<Principal> wanted = mode.isDemo() ? DemoAccounts.read(config) : List.of(administrator());
        String chosen = settings.demoPassword();
        String password = chosen == null ? randomPassword() : chosen;
        mode.keep();
        transactions.executeWithoutResult(transaction -> {
            for (Principal principal : wanted) {
                accounts.add(principal, password);
                audit.record("", "user.add", principal.user(), "first start");
            }
        });
        return Optional.of(new Made(wanted, password, chosen != null));
    }

    /** True where the operator asks for no demo enterprise, but the folder was made with it. */
    public boolean keepsDemo() {
        return mode.isDemo() && !settings.demo();
    }

    private static Principal administrator() {
        return new Principal(
                ADMINISTRATOR, ADMINISTRATOR, OrgPath.ROOT, EnumSet.allOf(Role.class), Clearance.CONFIDENTIAL, "zh-CN");
    }

    /** About 93 bits. */
    public static String randomPassword() {
        StringBuilder password = new StringBuilder();
        new SecureRandom().ints(LENGTH, 0, LETTERS.length()).forEach(i -> password.append(LETTERS.charAt(i)));
        return password.toString();
    }
}
