package bangban.runtime.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an account may do beside asking, within its org path. */
public enum Role {
    MEMBER,
    KNOWLEDGE_MANAGER,
    AGENT_BUILDER,
    APPROVER,
    AUDITOR,
    ADMIN;

    /** As configuration and the API write it: knowledge-manager. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Role of(String wire) {
        for (Role role : values()) {
            if (role.wire().equals(wire.strip())) {
                return role;
            }
        }
        throw new IllegalArgumentException("role is '" + wire + "', allowed are "
                + Arrays.stream(values()).map(Role::wire).collect(Collectors.joining(", ")));
    }
}
