package bangban.web.platform;

import bangban.knowledge.place.Reader;
import bangban.runtime.identity.Principal;
import bangban.runtime.identity.Role;

/** Who is asking, as the knowledge base sees it. */
public final class Readers {

    private Readers() {}

    public static Reader of(Principal principal) {
        return new Reader(principal.user(), principal.org(), principal.clearance(), principal.has(Role.ADMIN));
    }
}
