package bangban.web.knowledge;

import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.knowledge.place.Reader;
import bangban.knowledge.place.Tier;
import bangban.web.problem.RequestException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Fields of a place, read strictly. What is left out is the caller's: a document of their own, their unit, their clearance below 内部. */
final class PlaceFields {

    private PlaceFields() {}

    static Tier tier(@Nullable String tier) {
        try {
            return tier == null ? Tier.PERSONAL : Tier.valueOf(tier.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw RequestException.invalid("tier", String.valueOf(tier), "GROUP, UNIT, PERSONAL");
        }
    }

    static OrgPath org(@Nullable String org, Tier tier, Reader reader) {
        if (org != null) {
            return new OrgPath(org);
        }
        return tier == Tier.GROUP ? PlaceRights.root(reader.org()) : reader.org();
    }

    static Clearance clearance(@Nullable String clearance, Reader reader) {
        if (clearance == null) {
            return reader.clearance().compareTo(Clearance.INTERNAL) < 0 ? reader.clearance() : Clearance.INTERNAL;
        }
        try {
            return Clearance.of(clearance);
        } catch (IllegalArgumentException e) {
            throw RequestException.invalid(
                    "clearance",
                    clearance,
                    Arrays.stream(Clearance.values()).map(Clearance::label).collect(Collectors.joining(", ")));
        }
    }
}
