package bangban.web.platform;

import bangban.config.ConfigFolder;
import bangban.config.LocalText;
import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.runtime.identity.Principal;
import bangban.runtime.identity.Role;
import java.util.List;
import java.util.stream.Collectors;

/** The accounts that {@code demo/accounts.yaml} describes. */
record DemoAccounts(List<Entry> accounts) {

    static final String FILE = "demo/accounts.yaml";

    record Entry(
            String username, LocalText displayName, String org, String clearance, List<String> roles, String locale) {

        Principal principal() {
            return new Principal(
                    username,
                    locale.equals("en") ? displayName.english() : displayName.chinese(),
                    new OrgPath(org),
                    roles.stream().map(Role::of).collect(Collectors.toUnmodifiableSet()),
                    Clearance.of(clearance),
                    locale);
        }
    }

    static List<Principal> read(ConfigFolder folder) {
        return folder.read(FILE, DemoAccounts.class).accounts().stream()
                .map(Entry::principal)
                .toList();
    }
}
