package bangban.knowledge.ingest;

import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.knowledge.place.Place;
import bangban.knowledge.place.Tier;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a folder's files are, by file name: JSON lines, or one JSON array, of {@code file, title, tier, org, domain, tags, clearance,
 * effectiveFrom, effectiveTo, version, supersedes, owner}; only {@code file} must be there.
 */
public final class Manifest {

    public static final Manifest NONE = new Manifest(Map.of());

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, JsonNode> rows;

    private Manifest(Map<String, JsonNode> rows) {
        this.rows = Map.copyOf(rows);
    }

    /** @throws IllegalArgumentException naming the row that is not as it must be */
    public static Manifest read(String text) {
        Map<String, JsonNode> rows = new HashMap<>();
        List<JsonNode> nodes = nodes(text);
        for (int i = 0; i < nodes.size(); i++) {
            JsonNode node = nodes.get(i);
            String file = text(node, "file");
            if (file == null) {
                throw new IllegalArgumentException("manifest row " + (i + 1) + " has no file");
            }
            rows.put(file.replace('\\', '/'), node);
        }
        return new Manifest(rows);
    }

    private static List<JsonNode> nodes(String text) {
        try {
            List<JsonNode> nodes = new ArrayList<>();
            if (text.stripLeading().startsWith("[")) {
                JSON.readTree(text).forEach(nodes::add);
            } else {
                text.lines().filter(line -> !line.isBlank()).forEach(line -> nodes.add(JSON.readTree(line)));
            }
            return nodes;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the manifest is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** The rows of what is inside this file. */
    public Manifest inside(String file) {
        Map<String, JsonNode> below = new HashMap<>(rows);
        below.keySet().removeIf(name -> !name.startsWith(file + "/"));
        return new Manifest(below);
    }

    /** As {@link #read} takes it. */
    public String written() {
        return JSON.writeValueAsString(rows.values());
    }

    public int size() {
        return rows.size();
    }

    /**
     * What is said of a file; its row is looked up by path, then by name.
     *
     * @param defaults for what the row does not say
     * @throws FieldTooLongException naming the field that is too long
     * @throws IllegalArgumentException naming the file and the field that is otherwise not as it must be
     */
    public NewDocument describe(String file, NewDocument defaults) {
        return describe(rows.getOrDefault(file, rows.get(file.substring(file.lastIndexOf('/') + 1))), file, defaults);
    }

    /**
     * The same of a file inside an archive, by its path below the archive only: a file of the same name elsewhere says nothing of it.
     *
     * @param defaults what is said of the archive
     */
    NewDocument describeInside(String file, NewDocument defaults) {
        return describe(rows.get(file), file, defaults);
    }

    private static NewDocument describe(@Nullable JsonNode row, String file, NewDocument defaults) {
        if (row == null) {
            return new NewDocument(
                    file,
                    defaults.title(),
                    defaults.place(),
                    defaults.effectiveFrom(),
                    defaults.effectiveTo(),
                    defaults.version(),
                    defaults.supersedes(),
                    defaults.replacesUpTo());
        }
        try {
            LocalDate from = defaults.effectiveFrom();
            LocalDate to = defaults.effectiveTo();
            return new NewDocument(
                    file,
                    text(row, "title"),
                    place(row, defaults.place()),
                    from != null ? from : date(row, "effectiveFrom"),
                    to != null ? to : date(row, "effectiveTo"),
                    text(row, "version"),
                    text(row, "supersedes"),
                    defaults.replacesUpTo());
        } catch (FieldTooLongException e) {
            throw e;
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException("manifest row of " + file + ": " + e.getMessage(), e);
        }
    }

    private static Place place(JsonNode row, Place defaults) {
        String tier = text(row, "tier");
        String org = text(row, "org");
        String domain = text(row, "domain");
        String clearance = text(row, "clearance");
        String owner = text(row, "owner");
        return new Place(
                tier == null ? defaults.tier() : Tier.valueOf(tier.toUpperCase(Locale.ROOT)),
                org == null ? defaults.org() : new OrgPath(org),
                domain == null ? defaults.domain() : domain,
                row.has("tags") ? tags(row.get("tags")) : defaults.tags(),
                clearance == null ? defaults.clearance() : Clearance.of(clearance),
                owner == null ? defaults.owner() : owner);
    }

    private static List<String> tags(JsonNode node) {
        List<String> tags = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(tag -> tags.add(tag.asString().strip()));
        } else if (!node.isNull()) {
            tags.addAll(List.of(node.asString().split("[,，、;；]")));
        }
        return tags.stream().map(String::strip).filter(tag -> !tag.isEmpty()).toList();
    }

    private static @Nullable LocalDate date(JsonNode row, String field) {
        String text = text(row, field);
        return text == null ? null : LocalDate.parse(text);
    }

    private static @Nullable String text(JsonNode row, String field) {
        JsonNode value = row.get(field);
        return value == null || value.isNull() || value.asString().isBlank()
                ? null
                : value.asString().strip();
    }
}
