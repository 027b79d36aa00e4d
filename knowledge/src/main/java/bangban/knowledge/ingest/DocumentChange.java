package bangban.knowledge.ingest;

import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.knowledge.place.Place;
import bangban.knowledge.place.Tier;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What shall be said of a document from now on. Null leaves a field as it is.
 *
 * @param tags all of them
 * @param effectiveTo the last day in force; cleared, only a newer version ends it
 */
public record DocumentChange(
        Edit<String> title,
        @Nullable Tier tier,
        @Nullable OrgPath org,
        Edit<String> domain,
        @Nullable List<String> tags,
        @Nullable Clearance clearance,
        @Nullable String owner,
        Edit<LocalDate> effectiveFrom,
        Edit<LocalDate> effectiveTo) {

    /** @throws FieldTooLongException naming what is longer than the catalogue keeps */
    public DocumentChange {
        tags = tags == null ? null : List.copyOf(tags);
        FieldLimits.check("title", text(title), FieldLimits.TITLE);
        FieldLimits.check("org", org == null ? null : org.value(), FieldLimits.ORG);
        FieldLimits.check("owner", owner, FieldLimits.OWNER);
        FieldLimits.check("domain", text(domain), FieldLimits.DOMAIN);
        FieldLimits.check("tags", tags == null ? null : String.join(",", tags), FieldLimits.TAGS);
    }

    private static @Nullable String text(Edit<String> edit) {
        return edit instanceof Edit.To<String>(String value) ? value : null;
    }

    public static DocumentChange titled(String title) {
        return new DocumentChange(new Edit.To<>(title), null, null, keep(), null, null, null, keep(), keep());
    }

    public static DocumentChange moved(Tier tier, OrgPath org) {
        return new DocumentChange(keep(), tier, org, keep(), null, null, null, keep(), keep());
    }

    public static DocumentChange classified(Clearance clearance) {
        return new DocumentChange(keep(), null, null, keep(), null, clearance, null, keep(), keep());
    }

    /** @param last the last day in force */
    public static DocumentChange expired(LocalDate last) {
        return new DocumentChange(keep(), null, null, keep(), null, null, null, keep(), new Edit.To<>(last));
    }

    private static <T> Edit<T> keep() {
        return new Edit.Keep<>();
    }

    /** Where the document will be. What was for one session is for all once a tier is said, PERSONAL or another. */
    public Place applied(Place before) {
        Tier toTier = Objects.requireNonNullElse(tier, before.tier());
        String domainBefore = before.domain();
        return new Place(
                toTier,
                Objects.requireNonNullElse(org, before.org()),
                switch (domain) {
                    case Edit.Keep<String>() -> domainBefore;
                    case Edit.Clear<String>() -> null;
                    case Edit.To<String>(String value) -> value;
                },
                Objects.requireNonNullElse(tags, before.tags()),
                Objects.requireNonNullElse(clearance, before.clearance()),
                Objects.requireNonNullElse(owner, before.owner()),
                tier == null ? before.session() : null,
                Set.copyOf(before.sharedWith()));
    }
}
