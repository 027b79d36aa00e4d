package bangban.web.knowledge;

import bangban.config.organisation.OrgPath;
import bangban.knowledge.place.Place;
import bangban.knowledge.place.Reader;
import bangban.knowledge.place.Tier;
import bangban.runtime.identity.Principal;
import bangban.runtime.identity.Role;
import bangban.web.platform.Readers;

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
