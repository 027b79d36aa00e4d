package bangban.web.users;

import bangban.runtime.identity.Account;
import bangban.runtime.identity.Principal;
import bangban.runtime.identity.Role;
import java.util.List;

/** An account on the wire. */
public record UserJson(
        String id,
        String username,
        String displayName,
        String org,
        List<String> roles,
        String clearance,
        String locale,
        boolean disabled) {

    public static UserJson of(Account account) {
        return of(account.principal(), account.disabled());
    }

    public static UserJson of(Principal principal, boolean disabled) {
        return new UserJson(
                principal.user(),
                principal.user(),
                principal.displayName(),
                principal.org().value(),
                principal.roles().stream().sorted().map(Role::wire).toList(),
                principal.clearance().label(),
                principal.locale(),
                disabled);
    }
}
