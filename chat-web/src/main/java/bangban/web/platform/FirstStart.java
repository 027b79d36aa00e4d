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

/** Makes the first accounts, once, where there are none. */
public final class FirstStart {

    /** Without what is easily confused: 0 and O, 1, l and I. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 16;

    private final Settings settings;
    private final ConfigFolder config;
    private final Accounts accounts;
    private final AuditLog audit;

    FirstStart(Settings settings, ConfigFolder config, Accounts accounts, AuditLog audit) {
        this.settings = settings;
        this.config = config;
        this.accounts = accounts;
        this.audit = audit;
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

    /** Empty where there are accounts already. A start that was cut off half-way is finished by the next. */
    public Optional<Made> makeAccounts() {
        List<Principal> wanted = settings.demo() ? DemoAccounts.read(config) : List.of(administrator());
        if (accounts.find(wanted.getLast().user()).isPresent() || (!settings.demo() && !accounts.none())) {
            return Optional.empty();
        }
        String chosen = settings.demoPassword();
        String password = chosen == null ? randomPassword() : chosen;
        for (Principal principal : wanted) {
            if (accounts.find(principal.user()).isPresent()) {
                accounts.changePassword(principal.user(), password);
            } else {
                accounts.add(principal, password);
            }
            audit.record("", "user.add", principal.user(), "first start");
        }
        return Optional.of(new Made(wanted, password, chosen != null));
    }

    private static Principal administrator() {
        return new Principal(
                "admin", "admin", OrgPath.ROOT, EnumSet.allOf(Role.class), Clearance.CONFIDENTIAL, "zh-CN");
    }

    /** About 93 bits. */
    public static String randomPassword() {
        StringBuilder password = new StringBuilder();
        new SecureRandom().ints(LENGTH, 0, LETTERS.length()).forEach(i -> password.append(LETTERS.charAt(i)));
        return password.toString();
    }
}
