package bangban.knowledge.place;

import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a document belongs, and whom it is shown to beyond that.
 *
 * @param org the unit a UNIT document is for; for other tiers where it came from
 * @param domain the business domain such as 采购, null where none was given
 * @param owner the account that a PERSONAL document belongs to and that may change it
 * @param session the one conversation of its owner that a PERSONAL document is for, null for all; such a document is never shared
 */
public record Place(
        Tier tier,
        OrgPath org,
        @Nullable String domain,
        List<String> tags,
        Clearance clearance,
        String owner,
        @Nullable String session,
        Set<Grantee> sharedWith) {

    public Place {
        tags = List.copyOf(tags);
        sharedWith = Set.copyOf(sharedWith);
        if (tier == Tier.PERSONAL && owner.isBlank()) {
            throw new IllegalArgumentException("a PERSONAL document needs an owner");
        }
        if (session != null && (tier != Tier.PERSONAL || session.isBlank())) {
            throw new IllegalArgumentException("only a PERSONAL document is for one session");
        }
        if (session != null && !sharedWith.isEmpty()) {
            throw new IllegalArgumentException("what is for one session cannot be shared");
        }
    }

    /** Of a document that is for every session and shared with nobody. */
    public Place(
            Tier tier, OrgPath org, @Nullable String domain, List<String> tags, Clearance clearance, String owner) {
        this(tier, org, domain, tags, clearance, owner, null, Set.of());
    }

    /**
     * The same within another session.
     *
     * @throws IllegalArgumentException where it is for all sessions
     */
    public Place inSession(String other) {
        if (session == null) {
            throw new IllegalArgumentException("what is for all sessions is not put into one");
        }
        return new Place(tier, org, domain, tags, clearance, owner, other, sharedWith);
    }

    /** The same place shared with these and nobody else. */
    public Place sharedWith(Set<Grantee> grantees) {
        return new Place(tier, org, domain, tags, clearance, owner, session, grantees);
    }
}
