package bangban.web.knowledge;

import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.ingest.DocumentChange;
import bangban.knowledge.ingest.Edit;
import bangban.knowledge.ingest.FieldTooLongException;
import bangban.knowledge.place.Tier;
import bangban.runtime.identity.Principal;
import bangban.web.problem.RequestError;
import bangban.web.problem.RequestException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A change of a document as a JSON merge patch (RFC 7396), read strictly: absent stays, null clears. */
final class ChangeForm {

    private static final Set<String> FIELDS = new TreeSet<>(
            Set.of("title", "tier", "org", "domain", "tags", "clearance", "owner", "effectiveFrom", "effectiveTo"));

    private final JsonNode patch;

    ChangeForm(JsonNode patch) {
        if (!patch.isObject()) {
            throw new RequestException(RequestError.BAD_REQUEST);
        }
        this.patch = patch;
        for (String name : patch.propertyNames()) {
            if (!FIELDS.contains(name)) {
                throw RequestException.invalid(Texts.shortened(name), "…", String.join(", ", FIELDS));
            }
        }
    }

    /**
     * What shall become of this document: one for the whole group goes to the group itself, and a personal one to the caller, where nothing
     * else is said.
     */
    DocumentChange change(KnowledgeDocument document, Principal caller, Grantees accounts) {
        Tier tier = value("tier", this::tier);
        boolean moves = tier != null && tier != document.place().tier();
        OrgPath org = value("org", this::org);
        String owner = value("owner", node -> accounts.account(text("owner", node), caller));
        if (org == null && moves && tier == Tier.GROUP) {
            org = PlaceRights.root(document.place().org());
        }
        if (owner == null && moves && tier == Tier.PERSONAL) {
            owner = caller.user();
        }
        Edit<LocalDate> from = edit("effectiveFrom", node -> date("effectiveFrom", node));
        Edit<LocalDate> to = edit("effectiveTo", node -> date("effectiveTo", node));
        checkOrder(from, to, document.validity().from());
        try {
            return new DocumentChange(
                    edit("title", node -> text("title", node)),
                    tier,
                    org,
                    edit("domain", node -> text("domain", node)),
                    tags(),
                    value("clearance", this::clearance),
                    owner,
                    from,
                    to);
        } catch (FieldTooLongException e) {
            throw RequestException.tooLong(e.field(), e.length(), e.limit());
        }
    }

    private static void checkOrder(Edit<LocalDate> from, Edit<LocalDate> to, @Nullable LocalDate before) {
        LocalDate begins = switch (from) {
            case Edit.Keep<LocalDate>() -> before;
            case Edit.Clear<LocalDate>() -> null;
            case Edit.To<LocalDate>(LocalDate value) -> value;
        };
        if (begins != null && to instanceof Edit.To<LocalDate>(LocalDate ends) && ends.isBefore(begins)) {
            throw RequestException.invalid("effectiveTo", ends, "≥ " + begins);
        }
    }

    private Tier tier(JsonNode node) {
        String written = text("tier", node);
        return Arrays.stream(Tier.values())
                .filter(tier -> tier.name().equals(written))
                .findFirst()
                .orElseThrow(() -> RequestException.invalid("tier", written, "GROUP, UNIT, PERSONAL"));
    }

    private OrgPath org(JsonNode node) {
        OrgPath org = new OrgPath(text("org", node));
        if (org.value().isEmpty()) {
            throw RequestException.invalid("org", "/", "澜川集团/…");
        }
        return org;
    }

    private Clearance clearance(JsonNode node) {
        String written = text("clearance", node);
        return Arrays.stream(Clearance.values())
                .filter(clearance -> clearance.label().equals(written))
                .findFirst()
                .orElseThrow(() -> RequestException.invalid(
                        "clearance",
                        written,
                        Arrays.stream(Clearance.values()).map(Clearance::label).collect(Collectors.joining(", "))));
    }

    private @Nullable List<String> tags() {
        JsonNode node = patch.get("tags");
        if (node == null) {
            return null;
        }
        if (node.isNull()) {
            return List.of();
        }
        if (!node.isArray()) {
            throw RequestException.invalid("tags", "…", "[\"…\"]");
        }
        List<String> tags = new ArrayList<>();
        for (JsonNode tag : node) {
            tags.add(text("tags", tag));
        }
        return tags.stream().distinct().toList();
    }

    private static LocalDate date(String name, JsonNode node) {
        String written = text(name, node);
        try {
            return LocalDate.parse(written);
        } catch (DateTimeParseException e) {
            throw RequestException.invalid(name, written, "2025-01-31");
        }
    }

    private <T> Edit<T> edit(String name, Function<JsonNode, T> read) {
        JsonNode node = patch.get(name);
        if (node == null) {
            return new Edit.Keep<>();
        }
        return node.isNull() ? new Edit.Clear<>() : new Edit.To<>(read.apply(node));
    }

    private <T> @Nullable T value(String name, Function<JsonNode, T> read) {
        JsonNode node = patch.get(name);
        return node == null ? null : read.apply(node);
    }

    /** @throws RequestException where it is no text or a blank one */
    private static String text(String name, JsonNode node) {
        String text = node.isString() ? node.stringValue().strip() : "";
        if (text.isEmpty()) {
            throw RequestException.invalid(name, Texts.shortened(node.toString()), "\"…\"");
        }
        return text;
    }
}
