package bangban.knowledge.place;

import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a document belongs.
 *
 * @param org the unit a UNIT document is for; for other tiers where it came from
 * @param domain the business domain such as 采购, null where none was given
 * @param owner the account that a PERSONAL document belongs to and that may change it
 */
public record Place(
        Tier tier, OrgPath org, @Nullable String domain, List<String> tags, Clearance clearance, String owner) {

    public Place {
        tags = List.copyOf(tags);
        if (tier == Tier.PERSONAL && owner.isBlank()) {
            throw new IllegalArgumentException("a PERSONAL document needs an owner");
        }
    }
}
