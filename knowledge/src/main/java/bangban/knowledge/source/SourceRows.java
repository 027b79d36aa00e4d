package bangban.knowledge.source;

import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.knowledge.crawl.CrawlScope;
import bangban.knowledge.place.Place;
import bangban.knowledge.place.Tier;
import bangban.knowledge.source.SourceRun.Counts;
import bangban.knowledge.source.SourceRun.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Rows of the sources' tables to records and back. */
final class SourceRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SITE = "SITE";
    private static final String PAGE = "PAGE";

    private SourceRows() {}

    static Map<String, @Nullable Object> values(WebSource source) {
        CrawlScope scope = source.scope();
        Place place = source.place();
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", source.id());
        values.put("url", scope.start());
        values.put("kind", scope.site() ? SITE : PAGE);
        values.put("pathPrefix", scope.pathPrefix());
        values.put("depth", scope.depth());
        values.put("maxPages", scope.maxPages());
        values.put("delayMillis", scope.delay().toMillis());
        values.put("schedule", source.schedule().name());
        values.put("tier", place.tier().name());
        values.put("org", place.org().value());
        values.put("domain", place.domain());
        values.put("tags", texts(place.tags()));
        values.put("clearance", place.clearance().ordinal());
        values.put("owner", place.owner());
        values.put("createdAt", at(source.createdAt()));
        values.put("nextRunAt", at(source.nextRunAt()));
        return values;
    }

    static WebSource source(ResultSet row, int number) throws SQLException {
        CrawlScope scope = new CrawlScope(
                text(row, "url"),
                text(row, "kind").equals(SITE),
                text(row, "path_prefix"),
                row.getInt("depth"),
                row.getInt("max_pages"),
                Duration.ofMillis(row.getInt("delay_millis")));
        Place place = new Place(
                Tier.valueOf(text(row, "tier")),
                new OrgPath(text(row, "org")),
                row.getString("domain"),
                texts(text(row, "tags")),
                Clearance.values()[row.getInt("clearance")],
                text(row, "owner"));
        return new WebSource(
                text(row, "id"),
                scope,
                Schedule.valueOf(text(row, "schedule")),
                place,
                Objects.requireNonNull(instant(row, "created_at")),
                instant(row, "next_run_at"));
    }

    static Map<String, @Nullable Object> values(SourceRun run) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", run.id());
        values.put("sourceId", run.sourceId());
        values.put("startedBy", run.startedBy());
        values.put("startedAt", at(run.startedAt()));
        values.put("finishedAt", at(run.finishedAt()));
        values.put("status", run.status().name());
        values.put("reason", run.reason());
        values.put("arguments", texts(run.arguments()));
        values.put("waiting", run.waiting());
        values.put("added", run.counts().added());
        values.put("changed", run.counts().changed());
        values.put("unchanged", run.counts().unchanged());
        values.put("gone", run.counts().gone());
        values.put("skipped", run.counts().skipped());
        values.put("failed", run.counts().failed());
        return values;
    }

    static SourceRun run(ResultSet row, int number) throws SQLException {
        return new SourceRun(
                text(row, "id"),
                text(row, "source_id"),
                row.getString("started_by"),
                Objects.requireNonNull(instant(row, "started_at")),
                instant(row, "finished_at"),
                Status.valueOf(text(row, "status")),
                row.getString("reason"),
                texts(text(row, "arguments")),
                row.getInt("waiting"),
                new Counts(
                        row.getInt("added"),
                        row.getInt("changed"),
                        row.getInt("unchanged"),
                        row.getInt("gone"),
                        row.getInt("skipped"),
                        row.getInt("failed")));
    }

    static RunFailure failure(ResultSet row, int number) throws SQLException {
        return new RunFailure(text(row, "url"), text(row, "reason"), texts(text(row, "arguments")));
    }

    static String texts(List<String> texts) {
        return JSON.writeValueAsString(texts);
    }

    private static List<String> texts(String json) {
        return List.of(JSON.readValue(json, String[].class));
    }

    static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }
}
