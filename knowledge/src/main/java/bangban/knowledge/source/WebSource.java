package bangban.knowledge.source;

import bangban.knowledge.crawl.CrawlScope;
import bangban.knowledge.place.Place;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A page or a site that is kept.
 *
 * @param place of every document that comes of it; its owner is who added the source
 * @param nextRunAt null where nothing is scheduled
 */
public record WebSource(
        String id,
        CrawlScope scope,
        Schedule schedule,
        Place place,
        Instant createdAt,
        @Nullable Instant nextRunAt) {}
