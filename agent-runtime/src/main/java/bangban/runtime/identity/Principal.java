package bangban.runtime.identity;

import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import java.util.Set;

/**
 * Who is acting.
 *
 * @param user the account name, unique and never reused
 * @param roles held for {@code org} and all units below it
 */
public record Principal(
        String user, String displayName, OrgPath org, Set<Role> roles, Clearance clearance, String locale) {

    public Principal {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }
}
