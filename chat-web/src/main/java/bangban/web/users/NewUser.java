package bangban.web.users;

import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.runtime.identity.Principal;
import bangban.runtime.identity.Role;
import bangban.web.problem.RequestException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An account as it is asked for; what is left out has the least rights. */
public record NewUser(
        @Nullable String username,
        @Nullable String password,
        @Nullable String displayName,
        @Nullable String org,
        @Nullable List<String> roles,
        @Nullable String clearance,
        @Nullable String locale) {

    /** @throws RequestException naming the field that cannot be used */
    public Principal principal() {
        String name = username == null ? "" : username.strip();
        if (org == null || org.isBlank()) {
            throw RequestException.invalid("org", "", "澜川集团/…");
        }
        return new Principal(
                name,
                displayName == null || displayName.isBlank() ? name : displayName.strip(),
                new OrgPath(org),
                parsedRoles(),
                parsedClearance(),
                "en".equals(locale) ? "en" : "zh-CN");
    }

    private Set<Role> parsedRoles() {
        Set<Role> parsed = new HashSet<>(Set.of(Role.MEMBER));
        for (String role : roles == null ? List.<String>of() : roles) {
            try {
                parsed.add(Role.of(role));
            } catch (IllegalArgumentException e) {
                throw RequestException.invalid(
                        "roles",
                        role,
                        Arrays.stream(Role.values()).map(Role::wire).collect(Collectors.joining(", ")));
            }
        }
        return parsed;
    }

    private Clearance parsedClearance() {
        if (clearance == null || clearance.isBlank()) {
            return Clearance.INTERNAL;
        }
        try {
            return Clearance.of(clearance);
        } catch (IllegalArgumentException e) {
            throw RequestException.invalid(
                    "clearance",
                    clearance,
                    Arrays.stream(Clearance.values()).map(Clearance::label).collect(Collectors.joining(", ")));
        }
    }
}
