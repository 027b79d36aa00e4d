package bangban.knowledge.catalog;

import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.knowledge.place.Grantee;
import bangban.knowledge.place.Place;
import bangban.knowledge.place.Tier;
import bangban.knowledge.place.Validity;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Rows of the catalogue's table to entries and back. */
final class CatalogRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final List<String> COLUMNS = List.of(
            "file",
            "title",
            "tier",
            "org",
            "domain",
            "tags",
            "clearance",
            "owner",
            "session",
            "effective_from",
            "effective_to",
            "version",
            "supersedes",
            "format",
            "pages",
            "content_hash",
            "added_at",
            "own_from",
            "own_to",
            "own_from_given",
            "name_date",
            "series_key",
            "predecessor");

    static final String UPDATE = "update knowledge_document set "
            + COLUMNS.stream().map(column -> column + " = :" + column).collect(Collectors.joining(", "))
            + " where id = :id";
    static final String INSERT = "insert into knowledge_document (id, " + String.join(", ", COLUMNS) + ") values (:id, "
            + COLUMNS.stream().map(column -> ":" + column).collect(Collectors.joining(", ")) + ")";

    /** To be continued with conditions. */
    static final String SELECT = """
            select knowledge_document.*,
                   (select array_agg(grantee) from knowledge_grant where document_id = id) as shared_with
            from knowledge_document
            """;

    private CatalogRows() {}

    static Map<String, @Nullable Object> values(CatalogEntry entry) {
        KnowledgeDocument document = entry.document();
        Place place = document.place();
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", document.id());
        values.put("file", document.file());
        values.put("title", document.title());
        values.put("tier", place.tier().name());
        values.put("org", place.org().value());
        values.put("domain", place.domain());
        values.put("tags", JSON.writeValueAsString(place.tags()));
        values.put("clearance", place.clearance().ordinal());
        values.put("owner", place.owner());
        values.put("session", place.session());
        values.put("effective_from", document.validity().from());
        values.put("effective_to", document.validity().to());
        values.put("version", document.version());
        values.put("supersedes", document.supersedes());
        values.put("format", document.format().name());
        values.put("pages", document.pages());
        values.put("content_hash", document.contentHash());
        values.put("added_at", document.addedAt().atOffset(ZoneOffset.UTC));
        values.put("own_from", entry.ownFrom());
        values.put("own_to", entry.ownTo());
        values.put("own_from_given", entry.fromGiven());
        values.put("name_date", entry.nameDate());
        values.put("series_key", entry.seriesKey());
        values.put("predecessor", entry.predecessor());
        return values;
    }

    static KnowledgeDocument document(ResultSet row, int number) throws SQLException {
        Place place = new Place(
                Tier.valueOf(text(row, "tier")),
                new OrgPath(text(row, "org")),
                row.getString("domain"),
                List.of(JSON.readValue(text(row, "tags"), String[].class)),
                Clearance.values()[row.getInt("clearance")],
                text(row, "owner"),
                row.getString("session"),
                grantees(row));
        int pages = row.getInt("pages");
        boolean hasPages = !row.wasNull();
        return new KnowledgeDocument(
                text(row, "id"),
                text(row, "file"),
                text(row, "title"),
                place,
                new Validity(
                        row.getObject("effective_from", LocalDate.class),
                        row.getObject("effective_to", LocalDate.class)),
                row.getString("version"),
                row.getString("supersedes"),
                Format.valueOf(text(row, "format")),
                hasPages ? Integer.valueOf(pages) : null,
                text(row, "content_hash"),
                Objects.requireNonNull(row.getObject("added_at", OffsetDateTime.class))
                        .toInstant());
    }

    private static Set<Grantee> grantees(ResultSet row) throws SQLException {
        Array written = row.getArray("shared_with");
        return written == null
                ? Set.of()
                : Arrays.stream((Object[]) written.getArray())
                        .map(grantee -> Grantee.read(grantee.toString()))
                        .collect(Collectors.toUnmodifiableSet());
    }

    static CatalogEntry entry(ResultSet row, int number) throws SQLException {
        return new CatalogEntry(
                document(row, number),
                row.getObject("own_from", LocalDate.class),
                row.getObject("own_to", LocalDate.class),
                row.getBoolean("own_from_given"),
                row.getObject("name_date", LocalDate.class),
                text(row, "series_key"),
                row.getString("predecessor"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }
}
