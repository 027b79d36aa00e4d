package bangban.bench.permissions;

import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.knowledge.catalog.DocumentCatalog.Share;
import bangban.knowledge.index.PassageIndex.Filter;
import bangban.knowledge.index.PassageIndex.Hit;
import bangban.knowledge.index.PassageIndex.WordQuery;
import bangban.knowledge.ingest.DocumentChange;
import bangban.knowledge.ingest.DocumentChanges;
import bangban.knowledge.ingest.DocumentChanges.Permission;
import bangban.knowledge.place.Grantee;
import bangban.knowledge.place.Place;
import bangban.knowledge.place.Tier;
import bangban.knowledge.place.Validity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Changes one document of a library, and the list beside it; then looks at once how those find it whose view it changed. */
final class RandomChange {

    private static final Permission ALLOWED = (before, after) -> {};
    private static final Share SHARE = new Share("proof", Instant.EPOCH);

    private final Library library;
    private final RandomEnterprise enterprise;
    private final DocumentChanges changes;
    private final Tally tally;

    RandomChange(Library library, RandomEnterprise enterprise, Tally tally) {
        this.library = library;
        this.enterprise = enterprise;
        this.changes = library.ingestion.changes();
        this.tally = tally;
    }

    /** @param watching readers whose view of the document is looked at */
    void make(List<Filter> watching) {
        Known before = enterprise.pick(library.known.values());
        Optional<Known> after = change(before);
        long returned = System.nanoTime();
        after.ifPresentOrElse(now -> library.known.put(now.id(), now), () -> library.known.remove(before.id()));
        tally.changed();
        watching.stream()
                .filter(filter -> before.passes(filter)
                        && after.filter(now -> now.passes(filter)).isEmpty())
                .findFirst()
                .ifPresent(filter -> {
                    look(filter, Set.of(), before.id());
                    tally.revoked((System.nanoTime() - returned) / 1e6);
                });
        watching.stream()
                .filter(filter -> !before.passes(filter)
                        && after.filter(now -> now.passes(filter)).isPresent())
                .findFirst()
                .ifPresent(filter -> look(filter, Set.of(before.id()), before.id()));
    }

    private void look(Filter filter, Set<String> expected, String id) {
        Filter only = new Filter(filter.reader(), filter.asOf(), Set.of(id), filter.domains(), filter.tags());
        List<Hit> hits = library.index.byWords(new WordQuery(ReaderCase.QUESTION), only, Known.PASSAGES);
        tally.compare(
                "the search after a change for " + only,
                hits.stream().map(hit -> hit.passage().documentId()).toList(),
                expected);
    }

    /** Empty where the document was deleted. */
    private Optional<Known> change(Known known) {
        return switch (enterprise.number(8)) {
            case 0, 1 -> Optional.of(move(known));
            case 2 -> Optional.of(expire(known));
            case 3 -> Optional.of(classify(known));
            case 4 -> Optional.of(share(known));
            case 5 -> Optional.of(unshare(known));
            case 6 -> Optional.of(retitle(known));
            default -> {
                if (library.known.size() < 20) {
                    yield Optional.of(classify(known));
                }
                library.ingestion.delete(known.id());
                yield Optional.empty();
            }
        };
    }

    private Known move(Known known) {
        Tier tier = enterprise.tier();
        OrgPath org = enterprise.unit();
        Place at = known.place();
        changes.change(known.id(), DocumentChange.moved(tier, org), ALLOWED);
        return known.in(new Place(
                tier,
                org,
                at.domain(),
                at.tags(),
                at.clearance(),
                at.owner(),
                tier == Tier.PERSONAL ? at.session() : null,
                at.sharedWith()));
    }

    private Known expire(Known known) {
        LocalDate from = known.validity().from();
        LocalDate day = enterprise.day();
        LocalDate last = from != null && day.isBefore(from) ? from : day;
        changes.change(known.id(), DocumentChange.expired(last), ALLOWED);
        return known.to(new Validity(from, last));
    }

    private Known classify(Known known) {
        Clearance clearance = enterprise.clearance();
        Place at = known.place();
        changes.change(known.id(), DocumentChange.classified(clearance), ALLOWED);
        return known.in(new Place(
                at.tier(), at.org(), at.domain(), at.tags(), clearance, at.owner(), at.session(), at.sharedWith()));
    }

    private Known share(Known known) {
        if (known.place().session() != null) {
            return move(known);
        }
        Grantee grantee = enterprise.grantee();
        changes.share(known.id(), grantee, SHARE, ALLOWED);
        Set<Grantee> grantees = new HashSet<>(known.place().sharedWith());
        grantees.add(grantee);
        return known.in(known.place().sharedWith(grantees));
    }

    private Known unshare(Known known) {
        Set<Grantee> grantees = new HashSet<>(known.place().sharedWith());
        if (grantees.isEmpty()) {
            return share(known);
        }
        Grantee grantee = enterprise.pick(grantees);
        changes.unshare(known.id(), grantee, ALLOWED);
        grantees.remove(grantee);
        return known.in(known.place().sharedWith(grantees));
    }

    private Known retitle(Known known) {
        String title = known.title() + "改";
        changes.change(known.id(), DocumentChange.titled(title), ALLOWED);
        return known.titled(title);
    }
}
