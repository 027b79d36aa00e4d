package bangban.web.platform;

import bangban.knowledge.place.Reader;
import bangban.runtime.identity.Principal;
import bangban.runtime.identity.Role;
import org.jspecify.annotations.Nullable;

/** Who is asking, as the knowledge base sees it. */
public final class Readers {

    private Readers() {}

    public static Reader of(Principal principal) {
        return of(principal, null);
    }

    /**
     * Within a session.
     *
     * @param session null outside one; another's is as good as none, since its documents are their owner's
     */
    public static Reader of(Principal principal, @Nullable String session) {
        return new Reader(principal.user(), principal.org(), principal.clearance(), principal.has(Role.ADMIN), session);
    }
}
