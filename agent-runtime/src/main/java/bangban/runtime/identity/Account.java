package bangban.runtime.identity;

/** A local account. Its password is not here: only a salted hash is kept, beside it. */
public record Account(Principal principal, boolean disabled) {

    public String username() {
        return principal.user();
    }
}
