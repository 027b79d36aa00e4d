package bangban.web.knowledge;

import bangban.config.organisation.OrgPath;
import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.place.Place;
import bangban.knowledge.place.Reader;
import bangban.knowledge.place.Tier;
import bangban.runtime.error.ErrorCode;
import bangban.runtime.error.PlatformException;
import bangban.runtime.identity.Principal;
import bangban.runtime.identity.Role;
import bangban.web.platform.Readers;
import bangban.web.security.Caller;

/** Who may put documents where, and take them away. Seeing them is another matter: see {@link Reader#mayRead}. */
final class PlaceRights {

    private PlaceRights() {}

    /** PERSONAL is for oneself; else one manages the place. Never above one's own clearance. */
    static boolean mayAdd(Principal principal, Place place) {
        Reader reader = Readers.of(principal);
        if (place.clearance().compareTo(reader.clearance()) > 0) {
            return false;
        }
        return place.tier() == Tier.PERSONAL ? place.owner().equals(principal.user()) : manages(principal, place);
    }

    static boolean mayDelete(Principal principal, Place place) {
        return place.tier() == Tier.PERSONAL ? place.owner().equals(principal.user()) : manages(principal, place);
    }

    /** Whoever may take it away may also change it and share it, within what they may read, and may put it where they may add. */
    static boolean mayChange(Principal principal, Place before, Place after) {
        return mayChange(principal, Readers.of(principal), before, after);
    }

    /** @param reader the principal within the session that they are in */
    static boolean mayChange(Principal principal, Reader reader, Place before, Place after) {
        return reader.mayRead(before) && mayDelete(principal, before) && mayAdd(principal, after);
    }

    /** @throws PlatformException NOT_FOUND for whoever may not read the document, else FORBIDDEN where they may not make the change */
    static void requireChange(Caller caller, KnowledgeDocument before, Place after) {
        requireChange(caller, Readers.of(caller.principal()), before, after);
    }

    /** The same within the session that the reader is in. */
    static void requireChange(Caller caller, Reader reader, KnowledgeDocument before, Place after) {
        if (!reader.mayRead(before.place())) {
            throw new PlatformException(ErrorCode.NOT_FOUND, "document " + before.id());
        }
        if (!mayChange(caller.principal(), reader, before.place(), after)) {
            throw new PlatformException(
                    ErrorCode.FORBIDDEN, caller + " may not change " + before.id() + " to " + after);
        }
    }

    private static boolean manages(Principal principal, Place place) {
        boolean manager = principal.has(Role.KNOWLEDGE_MANAGER) || principal.has(Role.ADMIN);
        OrgPath managed = Readers.of(principal).org();
        return manager && managed.contains(place.tier() == Tier.GROUP ? root(place.org()) : place.org());
    }

    /** The group itself, the path's first segment: what is for everyone is published from there. */
    static OrgPath root(OrgPath org) {
        int slash = org.value().indexOf('/');
        return slash < 0 ? org : new OrgPath(org.value().substring(0, slash));
    }
}
