package bangban.knowledge.place;

import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking, as the knowledge base sees it. A reader finds, up to their clearance: GROUP documents, UNIT documents of their
 * unit and its ancestors, their own PERSONAL ones, and what is shared with them or with a unit that they are in. One who administers
 * their unit finds the UNIT documents below it as well; nobody finds another's PERSONAL documents unless they are shared, and what is for
 * one session is found by its owner in that session only.
 *
 * @param user the account name
 * @param administers true where the reader holds the administrator's role for {@code org}
 * @param session the conversation in which they ask, null outside one
 */
public record Reader(
        String user,
        OrgPath org,
        Clearance clearance,
        boolean administers,
        @Nullable String session) {

    /** Of one who reads outside any session. */
    public Reader(String user, OrgPath org, Clearance clearance, boolean administers) {
        this(user, org, clearance, administers, null);
    }

    /** The same reader within a session of theirs. */
    public Reader in(String ownSession) {
        return new Reader(user, org, clearance, administers, ownSession);
    }

    /** What the index and SQL filter by, said once in Java; the property tests hold all three together. */
    public boolean mayRead(Place place) {
        if (place.clearance().compareTo(clearance) > 0) {
            return false;
        }
        if (place.session() != null) {
            return place.session().equals(session) && place.owner().equals(user);
        }
        return mayReadByTier(place) || place.sharedWith().stream().anyMatch(grantees()::contains);
    }

    /** True where the reader sees what is there for no other reason than that it is shared with them or a unit that they are in. */
    public boolean readsByShare(Place place) {
        return mayRead(place) && !mayReadByTier(place);
    }

    private boolean mayReadByTier(Place place) {
        return switch (place.tier()) {
            case GROUP -> true;
            case UNIT -> place.org().contains(org) || (administers && org.contains(place.org()));
            case PERSONAL -> place.owner().equals(user);
        };
    }

    /** Everyone whom a share must name for this reader to be among them. */
    public Set<Grantee> grantees() {
        Set<Grantee> grantees = new LinkedHashSet<>();
        grantees.add(new Grantee.Account(user));
        org.selfAndAncestorsAndRoot().forEach(unit -> grantees.add(new Grantee.Unit(unit)));
        return grantees;
    }
}
