package bangban.knowledge.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.knowledge.place.Grantee;
import bangban.knowledge.place.Place;
import bangban.knowledge.place.Reader;
import bangban.knowledge.place.Tier;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** {@link Reader#mayRead} against SQL. */
abstract class ReaderFilterProperties {

    private final DocumentCatalog catalog = new DocumentCatalog(database());

    /** Brought up to date. */
    abstract DataSource database();

    @Property(tries = 60, seed = "20261123")
    void sqlLetsThroughWhatMayReadAllows(
            @ForAll("places") List<Place> places, @ForAll("readers") List<Reader> readers) {
        catalog.all().forEach(entry -> catalog.delete(entry.document().id()));
        for (int i = 0; i < places.size(); i++) {
            save("d" + i, places.get(i));
        }
        for (Reader reader : readers) {
            List<String> allowed = catalog.all().stream()
                    .map(CatalogEntry::document)
                    .filter(document -> reader.mayRead(document.place()))
                    .map(KnowledgeDocument::id)
                    .toList();
            assertThat(catalog.list(new DocumentCatalog.Query(reader)).documents())
                    .extracting(KnowledgeDocument::id)
                    .containsExactlyInAnyOrderElementsOf(allowed);
            for (int i = 0; i < places.size(); i++) {
                assertThat(catalog.find("d" + i, reader).isPresent()).isEqualTo(allowed.contains("d" + i));
            }
            List<String> all =
                    catalog.all().stream().map(entry -> entry.document().id()).toList();
            assertThat(catalog.documents(all, reader)).containsOnlyKeys(allowed);
            assertThat(catalog.list(new DocumentCatalog.Query(reader, "", "", null, 100, true))
                            .documents())
                    .extracting(KnowledgeDocument::id)
                    .containsExactlyInAnyOrderElementsOf(catalog.all().stream()
                            .map(CatalogEntry::document)
                            .filter(document -> reader.readsByShare(document.place()))
                            .map(KnowledgeDocument::id)
                            .toList());
        }
    }

    @Property(tries = 40, seed = "20261125")
    void aPageAfterWhatTheReaderMayNotSeeIsAPageAfterWhatDoesNotExist(
            @ForAll("places") List<Place> places, @ForAll("readers") List<Reader> readers) {
        catalog.all().forEach(entry -> catalog.delete(entry.document().id()));
        for (int i = 0; i < places.size(); i++) {
            save("d" + i, places.get(i));
        }
        for (Reader reader : readers) {
            DocumentCatalog.Page unknown = after("unknown", reader);
            for (int i = 0; i < places.size(); i++) {
                if (!reader.mayRead(places.get(i))) {
                    assertThat(after("d" + i, reader)).isEqualTo(unknown);
                }
            }
        }
    }

    private void save(String id, Place place) {
        catalog.save(CatalogContract.entry(id, "办法" + id, place, null));
        place.sharedWith()
                .forEach(grantee -> catalog.share(id, grantee, new DocumentCatalog.Share("admin", Instant.EPOCH)));
    }

    private DocumentCatalog.Page after(String id, Reader reader) {
        return catalog.list(new DocumentCatalog.Query(reader, "", "", id, 100));
    }

    @Provide
    Arbitrary<List<Place>> places() {
        return Combinators.combine(
                        Arbitraries.of(Tier.class),
                        orgs(),
                        Arbitraries.of(Clearance.class),
                        users(),
                        sessions(),
                        grantees())
                .as(ReaderFilterProperties::place)
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    private static Place place(
            Tier tier, String org, Clearance clearance, String owner, Optional<String> session, Set<Grantee> shared) {
        String only = tier == Tier.PERSONAL ? session.orElse(null) : null;
        return new Place(
                tier, new OrgPath(org), null, List.of(), clearance, owner, only, only == null ? shared : Set.of());
    }

    private static Arbitrary<Optional<String>> sessions() {
        return Arbitraries.of("s1", "s2").optional(0.5);
    }

    private static Arbitrary<Set<Grantee>> grantees() {
        Arbitrary<Grantee> accounts = users().map(Grantee.Account::new);
        Arbitrary<Grantee> units = orgs().map(org -> new Grantee.Unit(new OrgPath(org)));
        return Arbitraries.oneOf(accounts, units).set().ofMaxSize(2);
    }

    @Provide
    Arbitrary<List<Reader>> readers() {
        return Combinators.combine(
                        users(), orgs(), Arbitraries.of(Clearance.class), Arbitraries.of(true, false), sessions())
                .as((user, org, clearance, administers, session) ->
                        new Reader(user, new OrgPath(org), clearance, administers, session.orElse(null)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    private static Arbitrary<String> users() {
        return Arbitraries.of("a", "b", "A", "a_", "%");
    }

    /** With what is special to LIKE, and names that begin alike. */
    private static Arbitrary<String> orgs() {
        return Arbitraries.of(
                "", "团", "团/钢", "团/钢/炉", "团/钢铁", "团/钢%", "团/钢_", "团/钢!", "团/钢!/炉", "团/钢%/炉", "团/财", "Group");
    }
}
