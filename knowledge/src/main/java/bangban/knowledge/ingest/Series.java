package bangban.knowledge.ingest;

import bangban.knowledge.catalog.CatalogEntry;
import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.place.Validity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The versions of one rule, each in force until the day before the next. An amended law keeps the day its first version came into
 * force; where that is not later than its predecessor's, the date in its name counts.
 */
final class Series {

    private static final Comparator<LocalDate> OLDEST_FIRST = Comparator.naturalOrder();

    private Series() {}

    /** The versions with their validity and predecessor as they count, the oldest first. */
    static List<CatalogEntry> mended(List<CatalogEntry> versions) {
        List<CatalogEntry> sorted = new ArrayList<>(versions);
        sorted.sort(Comparator.comparing(Series::orderedBy, Comparator.nullsFirst(OLDEST_FIRST))
                .thenComparing(CatalogEntry::ownFrom, Comparator.nullsFirst(OLDEST_FIRST))
                .thenComparing(entry -> String.valueOf(entry.document().version()))
                .thenComparing(entry -> entry.document().id()));
        List<@Nullable LocalDate> froms = froms(sorted);
        List<CatalogEntry> mended = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            CatalogEntry entry = sorted.get(i);
            LocalDate from = froms.get(i);
            LocalDate next = nextAfter(from, froms, i);
            LocalDate to = earlier(entry.ownTo(), next == null ? null : next.minusDays(1));
            LocalDate end = to != null && from != null && to.isBefore(from) ? from : to;
            String predecessor = i == 0 ? null : sorted.get(i - 1).document().id();
            mended.add(entry.with(with(entry.document(), new Validity(from, end), predecessor)));
        }
        return mended;
    }

    private static @Nullable LocalDate orderedBy(CatalogEntry entry) {
        return entry.fromGiven() || entry.nameDate() == null ? entry.ownFrom() : entry.nameDate();
    }

    private static List<@Nullable LocalDate> froms(List<CatalogEntry> sorted) {
        List<@Nullable LocalDate> froms = new ArrayList<>();
        LocalDate before = null;
        for (CatalogEntry entry : sorted) {
            LocalDate from = entry.ownFrom();
            LocalDate named = entry.nameDate();
            boolean stale = before != null && (from == null || !from.isAfter(before));
            if (stale && !entry.fromGiven() && named != null && named.isAfter(before)) {
                from = named;
            }
            froms.add(from);
            before = from == null ? before : from;
        }
        return froms;
    }

    private static @Nullable LocalDate nextAfter(@Nullable LocalDate from, List<@Nullable LocalDate> froms, int at) {
        for (LocalDate next : froms.subList(at + 1, froms.size())) {
            if (next != null && (from == null || next.isAfter(from))) {
                return next;
            }
        }
        return null;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    private static KnowledgeDocument with(KnowledgeDocument document, Validity validity, @Nullable String supersedes) {
        return new KnowledgeDocument(
                document.id(),
                document.file(),
                document.title(),
                document.place(),
                validity,
                document.version(),
                supersedes,
                document.format(),
                document.pages(),
                document.contentHash(),
                document.addedAt());
    }
}
