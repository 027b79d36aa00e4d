package bangban.web.knowledge;

import bangban.knowledge.crawl.CrawlScope;
import bangban.knowledge.place.Place;
import bangban.knowledge.source.WebSource;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A source on the wire. */
record SourceJson(
        String id,
        String url,
        String kind,
        String pathPrefix,
        int depth,
        int maxPages,
        double delaySeconds,
        String schedule,
        String tier,
        String org,
        @Nullable String domain,
        List<String> tags,
        String clearance,
        String owner,
        Instant createdAt,
        @Nullable Instant nextRunAt,
        int documents,
        @Nullable RunJson lastRun) {

    static SourceJson of(WebSource source, int documents, @Nullable RunJson lastRun) {
        CrawlScope scope = source.scope();
        Place place = source.place();
        return new SourceJson(
                source.id(),
                scope.start(),
                scope.site() ? "site" : "page",
                scope.pathPrefix(),
                scope.depth(),
                scope.maxPages(),
                scope.delay().toMillis() / 1000.0,
                source.schedule().name().toLowerCase(Locale.ROOT),
                place.tier().name(),
                place.org().value(),
                place.domain(),
                place.tags(),
                place.clearance().label(),
                place.owner(),
                source.createdAt(),
                source.nextRunAt(),
                documents,
                lastRun);
    }
}
