package bangban.knowledge.place;

import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;

/**
 * Who is asking, as the knowledge base sees it. A reader finds, up to their clearance: GROUP documents, UNIT documents of their
 * unit and its ancestors, and their own PERSONAL ones. One who administers their unit finds the UNIT documents below it as well;
 * nobody finds another's PERSONAL documents.
 *
 * @param user the account name
 * @param administers true where the reader holds the administrator's role for {@code org}
 */
public record Reader(String user, OrgPath org, Clearance clearance, boolean administers) {

    /** What the index and SQL filter by, said once in Java; the property tests hold all three together. */
    public boolean mayRead(Place place) {
        if (place.clearance().compareTo(clearance) > 0) {
            return false;
        }
        return switch (place.tier()) {
            case GROUP -> true;
            case UNIT -> place.org().contains(org) || (administers && org.contains(place.org()));
            case PERSONAL -> place.owner().equals(user);
        };
    }
}
