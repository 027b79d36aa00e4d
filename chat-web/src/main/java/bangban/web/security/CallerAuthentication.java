package bangban.web.security;

import bangban.runtime.identity.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A caller who was recognised; the roles are authorities of the same name. */
final class CallerAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Caller caller;

    CallerAuthentication(Caller caller) {
        super(AuthorityUtils.createAuthorityList(
                caller.principal().roles().stream().map(Enum::name).toList()));
        this.caller = caller;
        setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return caller;
    }

    @Override
    public String getName() {
        Principal principal = caller.principal();
        return principal.user();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CallerAuthentication same && same.caller.equals(caller);
    }

    @Override
    public int hashCode() {
        return caller.hashCode();
    }
}
