package bangban.web.knowledge;

import bangban.knowledge.crawl.CrawlScope;
import bangban.knowledge.crawl.WebAddress;
import bangban.knowledge.ingest.FieldTooLongException;
import bangban.knowledge.ingest.NewDocument;
import bangban.knowledge.place.Place;
import bangban.knowledge.place.Reader;
import bangban.knowledge.place.Tier;
import bangban.knowledge.source.Schedule;
import bangban.web.platform.Readers;
import bangban.web.problem.RequestError;
import bangban.web.problem.RequestException;
import bangban.web.security.Caller;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A source as it is asked for, read strictly; what is left out of a new one has the usual value, of a changed one stays. */
record SourceFields(
        @Nullable String url,
        @Nullable String kind,
        @Nullable String pathPrefix,
        @Nullable Integer depth,
        @Nullable Integer maxPages,
        @Nullable Double delaySeconds,
        @Nullable String schedule,
        @Nullable String tier,
        @Nullable String org,
        @Nullable String domain,
        @Nullable List<String> tags,
        @Nullable String clearance) {

    private static final int MOST_DEPTH = 10;
    private static final int MOST_PAGES = 5_000;
    private static final double LEAST_DELAY = 0.1;
    private static final double MOST_DELAY = 60;
    private static final CrawlScope USUAL = new CrawlScope("", false, "", 3, 200, Duration.ofSeconds(1));

    /** @throws RequestException naming the field that cannot be used */
    CrawlScope scope() {
        String start = WebAddress.canonical(url == null ? "" : url)
                .orElseThrow(() -> new RequestException(RequestError.WEB_ADDRESS, String.valueOf(url)));
        boolean site = site();
        String folder = URI.create(start).getRawPath();
        String own = folder.substring(0, folder.lastIndexOf('/') + 1);
        return changed(
                new CrawlScope(start, site, own, site ? USUAL.depth() : 0, site ? USUAL.maxPages() : 1, USUAL.delay()));
    }

    /** The scope with what is said here instead. */
    CrawlScope changed(CrawlScope scope) {
        if (depth != null && (depth < 0 || depth > MOST_DEPTH)) {
            throw RequestException.invalid("depth", depth, "0 – " + MOST_DEPTH);
        }
        if (maxPages != null && (maxPages < 1 || maxPages > MOST_PAGES)) {
            throw RequestException.invalid("maxPages", maxPages, "1 – " + MOST_PAGES);
        }
        if (delaySeconds != null && (delaySeconds.isNaN() || delaySeconds < LEAST_DELAY || delaySeconds > MOST_DELAY)) {
            throw RequestException.invalid("delaySeconds", delaySeconds, LEAST_DELAY + " – " + MOST_DELAY);
        }
        boolean site = scope.site();
        return new CrawlScope(
                scope.start(),
                site,
                pathPrefix == null || !site ? scope.pathPrefix() : prefix(pathPrefix, scope.start()),
                depth == null || !site ? scope.depth() : depth,
                maxPages == null || !site ? scope.maxPages() : maxPages,
                delaySeconds == null ? scope.delay() : Duration.ofMillis(Math.round(delaySeconds * 1000)));
    }

    /** Written as in addresses, so that Chinese and encoded paths are the same. */
    private static String prefix(String written, String start) {
        String path = written.strip();
        return WebAddress.canonical(URI.create(start).resolve("/") + path.replaceFirst("^/", ""))
                .filter(canonical -> path.startsWith("/"))
                .map(canonical -> URI.create(canonical).getRawPath())
                .orElseThrow(() -> RequestException.invalid("pathPrefix", written, "/…"));
    }

    private boolean site() {
        return switch (kind == null ? "page" : kind) {
            case "page" -> false;
            case "site" -> true;
            default -> throw RequestException.invalid("kind", String.valueOf(kind), "page, site");
        };
    }

    Schedule schedule(Schedule usual) {
        try {
            return schedule == null ? usual : Schedule.valueOf(schedule.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw RequestException.invalid("schedule", String.valueOf(schedule), "none, daily, weekly");
        }
    }

    /** @param start which will be the name of the first document */
    Place place(Caller caller, String start) {
        Reader reader = Readers.of(caller.principal());
        Tier parsed = PlaceFields.tier(clean(tier));
        Place place = new Place(
                parsed,
                PlaceFields.org(clean(org), parsed, reader),
                clean(domain),
                tags == null
                        ? List.of()
                        : tags.stream()
                                .map(String::strip)
                                .filter(tag -> !tag.isEmpty())
                                .distinct()
                                .toList(),
                PlaceFields.clearance(clean(clearance), reader),
                caller.user());
        try {
            return new NewDocument(start, place).place();
        } catch (FieldTooLongException e) {
            throw RequestException.tooLong(e.field().equals("file") ? "url" : e.field(), e.length(), e.limit());
        }
    }

    private static @Nullable String clean(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
