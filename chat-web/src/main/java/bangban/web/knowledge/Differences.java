package bangban.web.knowledge;

import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.ingest.DocumentChanges.Changed;
import bangban.knowledge.place.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a change changed, for the audit log: a line for each field, before → after. */
final class Differences {

    private final List<String> lines = new ArrayList<>();

    private Differences() {}

    static List<String> of(Changed changed) {
        KnowledgeDocument before = changed.before();
        KnowledgeDocument after = changed.after();
        Place from = before.place();
        Place to = after.place();
        Differences differences = new Differences();
        differences.add("title", before.title(), after.title());
        differences.add("tier", from.tier(), to.tier());
        differences.add("org", from.org(), to.org());
        differences.add("domain", from.domain(), to.domain());
        differences.add("tags", String.join(",", from.tags()), String.join(",", to.tags()));
        differences.add("clearance", from.clearance().label(), to.clearance().label());
        differences.add("owner", from.owner(), to.owner());
        differences.add(
                "effectiveFrom", before.validity().from(), after.validity().from());
        differences.add("effectiveTo", before.validity().to(), after.validity().to());
        return List.copyOf(differences.lines);
    }

    private void add(String field, @Nullable Object before, @Nullable Object after) {
        String one = before == null ? "" : before.toString();
        String other = after == null ? "" : after.toString();
        if (!one.equals(other)) {
            lines.add(field + ": " + Texts.shortened(one) + " → " + Texts.shortened(other));
        }
    }
}
