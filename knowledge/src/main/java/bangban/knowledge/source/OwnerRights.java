package bangban.knowledge.source;

import bangban.config.organisation.Clearance;
import bangban.knowledge.place.Place;
import java.util.Optional;

/** What the owner of a source may do at the time of a run, which may be less than when they added it. */
@FunctionalInterface
public interface OwnerRights {

    /** The owner's clearance where they may add documents to this place, and so replace and remove those there; else empty. */
    Optional<Clearance> clearance(String owner, Place place);
}
