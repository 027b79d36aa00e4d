package bangban.knowledge.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.knowledge.place.Place;
import bangban.knowledge.place.Reader;
import bangban.knowledge.place.Tier;
import bangban.knowledge.place.Validity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** On every database that the catalogue runs on. */
abstract class CatalogContract {

    private static final Reader STAFF = new Reader("staff", new OrgPath("澜川集团/办公室"), Clearance.INTERNAL, false);

    private @Nullable DocumentCatalog opened;

    /** A database without documents, brought up to date. */
    abstract DataSource fresh();

    private DocumentCatalog catalog() {
        if (opened == null) {
            opened = new DocumentCatalog(fresh());
        }
        return opened;
    }

    static CatalogEntry entry(String id, String title, Place place, @Nullable Integer pages) {
        KnowledgeDocument document = new KnowledgeDocument(
                id,
                "制度/" + title + ".md",
                title,
                place,
                new Validity(LocalDate.of(2024, 1, 1), null),
                "2024版",
                null,
                Format.MARKDOWN,
                pages,
                "00",
                Instant.parse("2026-01-01T00:00:00Z"));
        return new CatalogEntry(document, LocalDate.of(2024, 1, 1), null, false, null, title, null);
    }

    static Place place(Tier tier, String org, Clearance clearance, String owner) {
        return new Place(tier, new OrgPath(org), "采购", List.of("制度", "a\"b"), clearance, owner);
    }

    @Test
    void givesBackWhatWasSaved() {
        CatalogEntry saved = entry("d1", "采购办法", place(Tier.GROUP, "澜川集团", Clearance.PUBLIC, ""), 9);
        catalog().save(saved);
        catalog().save(saved);
        assertThat(catalog().entry("d1")).contains(saved);
        assertThat(catalog().find("d1", STAFF)).contains(saved.document());
        catalog().save(entry("d1", "采购办法", place(Tier.GROUP, "澜川集团", Clearance.SECRET, ""), null));
        assertThat(catalog().find("d1", STAFF)).isEmpty();
        catalog().delete("d1");
        assertThat(catalog().entry("d1")).isEmpty();
    }

    @Test
    void listsPageByPageWhatTheReaderMaySee() {
        for (int i = 0; i < 7; i++) {
            Clearance clearance = i % 2 == 0 ? Clearance.PUBLIC : Clearance.CONFIDENTIAL;
            catalog().save(entry("d" + i, "办法" + i + "%", place(Tier.GROUP, "澜川集团", clearance, ""), null));
        }
        DocumentCatalog.Page first = catalog().list(new DocumentCatalog.Query(STAFF, "", "", null, 3));
        assertThat(first.total()).isEqualTo(4);
        assertThat(first.documents()).extracting(KnowledgeDocument::id).containsExactly("d0", "d2", "d4");
        assertThat(catalog()
                        .list(new DocumentCatalog.Query(STAFF, "", "", "d4", 3))
                        .documents())
                .extracting(KnowledgeDocument::id)
                .containsExactly("d6");
        assertThat(catalog()
                        .list(new DocumentCatalog.Query(STAFF, "法2%", "", null, 9))
                        .total())
                .isOne();
        assertThat(catalog()
                        .list(new DocumentCatalog.Query(STAFF, "'; drop table knowledge_document; --", "", null, 9))
                        .total())
                .isZero();
        assertThat(catalog()
                        .list(new DocumentCatalog.Query(STAFF, "", "财务", null, 9))
                        .total())
                .isZero();
    }
}
