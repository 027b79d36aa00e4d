package bangban.agents.policy;

import bangban.config.organisation.OrgPath;
import bangban.knowledge.place.Place;
import bangban.knowledge.place.Tier;

/** Whom a rule binds, as far as the question is concerned: who may read a unit's rule need not be bound by it. */
record Applicability(OrgPath asker, String question) {

    /** True for a group's or personal document, and for the rule of a unit that the asker belongs to or asks about. */
    boolean covers(Place place) {
        return place.tier() != Tier.UNIT || place.org().contains(asker) || question.contains(unit(place));
    }

    /** True for the rule of a unit that the asker belongs to. */
    boolean isOwn(Place place) {
        return place.tier() == Tier.UNIT && place.org().contains(asker);
    }

    /** The unit's own name, without those above it. */
    static String unit(Place place) {
        String path = place.org().value();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
