package bangban.web.security;

import bangban.runtime.error.ErrorCode;
import bangban.runtime.error.PlatformException;
import bangban.runtime.identity.Principal;
import bangban.runtime.identity.Role;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a call.
 *
 * @param token what they proved it with, null for the data folder's secret
 */
public record Caller(Principal principal, @Nullable String token) {

    public String user() {
        return principal.user();
    }

    /** @throws PlatformException FORBIDDEN where the caller holds none of the roles */
    public void requireAny(Role... roles) {
        if (Arrays.stream(roles).noneMatch(principal::has)) {
            throw new PlatformException(
                    ErrorCode.FORBIDDEN, principal.user() + " is none of " + Arrays.toString(roles));
        }
    }

    /** @throws PlatformException FORBIDDEN where the caller does not hold the role */
    public void require(Role role) {
        if (!principal.has(role)) {
            throw new PlatformException(ErrorCode.FORBIDDEN, principal.user() + " is not " + role.wire());
        }
    }

    @Override
    public String toString() {
        return principal.user();
    }
}
